"""Words in which somebody speaks to the machine behind the business, or for other customers."""

from engine.nlu.words.lists import phrase_list, word_set

SET_ASIDE = word_set(
    """
    ignore disregard override bypass forget skip overrule puuza puuzeni upuuze sahau usahau
    usifuate msifuate
    """
)
WHAT_IS_SET_ASIDE = word_set(
    """
    instruction instructions rule rules prompt prompts guideline guidelines policy policies
    restrictions directives programming safeguards security filters maagizo maelekezo sheria
    masharti kanuni
    """
)
TO_THE_MACHINE = phrase_list(
    """
    drop table, drop database, drop all tables, delete from, insert into, truncate table,
    alter table, update bookings set, update appointments set, union select, select * from,
    or 1 = 1, < script, rm - rf, system prompt, developer mode, admin mode, debug mode, god mode,
    jailbreak, sudo, you are now, act as, pretend to be, pretend you, as admin, as an admin,
    as administrator, as the admin, as root, i am the admin, i am admin, im admin, im the admin,
    mimi ni admin, kama admin, new instructions, system override, execute command, run command,
    system :, admin :, assistant :, root :, developer :, maagizo mapya, wewe sasa ni,
    switch tenant, change tenant, { {, $ {, < %, update payments set, update users set
    """
)

DOING_AWAY = word_set(
    """
    cancel cancelling delete drop remove clear wipe erase purge futa ufute mfute ghairi ughairi
    mghairi futeni ondoa kufuta kughairi ukate
    """
)
OTHER_PEOPLE = word_set(
    """
    customers customer clients client users user everyones everybodys everyone everybody
    peoples others wateja mteja wengine
    """
)
OF_ALL = word_set("all every everything bookings appointments zote wote yote vyote")
ONES_OWN = word_set("my our mine it this that yangu yetu zangu zetu wangu wetu hiyo hii ile")
