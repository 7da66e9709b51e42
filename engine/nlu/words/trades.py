"""Nouns of other trades and of other machines: what is asked of a bank, a phone, a kitchen.

A word that a business has in its own catalogue is its own, wherever it stands here.
"""

from engine.nlu.words.lists import word_set

_MONEY = """
    account apr atm balance bank banking bill billing bills checkbook checking checks cheques chase
    credit creditor currency debit debt deposit dividend dollar dollars euro euros exchange finance
    finances fraud fraudulent fund funds income interest investment invest irs ira loan lender
    limit mastercard mortgage overdraft paycheck payday paycheque pension pin portfolio purchase
    purchases rebate refinance rewards routing salary savings score spending spent statement stock
    stocks tax taxes transaction transactions transfer transferring usd wage wages wire
    withdrawal yen peso pesos rupees expenses expense budget 401k roth benefits amex points miles
    utility utilities electric electricity cable gas rent internet wifi subscription netflix
    benki akaunti mkopo mikopo kodi umeme stima mshahara fuliza mshwari okoa tokens kplc deni
    safaricom airtel telkom kitambulisho umeme nyanya soko sokoni gavana mtihani kcse kcpe
"""
_WORK = """
    pto vacation vacations job jobs hr employer employee payroll resume
    degree career homework essay exam exams teacher university assignment project projects deadline
    likizo ajira
"""
_TRAVEL = """
    luggage baggage passport visas embassy airport carryon customs timezone timezones zone traffic
    weather forecast temperature rain snow sunny umbrella gate layover boarding itinerary trip
    vaccination vaccinations vaccines country countries travel traveling travelling uber lyft
    mvua ndege pasipoti sgr tiketi
"""
_VEHICLE = """
    gasoline fuel petrol diesel mpg mileage tire tires tyre tyres oil engine battery brake brakes
    jumper jumpstart transmission mechanic gallon gallons gearbox psi pressure
"""
_KITCHEN = """
    bake baked baking beef beer bread breakfast broccoli butter cake calorie calories carbs cheese
    chicken chocolate cook cooking cooked cuisine dish dishes egg eggs flour food foods fridge
    grocery groceries ingredient ingredients kitchen lasagna meal meals meat milk nutrition
    nutritional oven pasta pizza pork potato potatoes protein recipe recipes restaurant restaurants
    rice salad sandwich sauce soup spaghetti spice steak sugar sushi takeout taco tacos tofu
    tomato tomatoes turkey vegan vegetable vegetables vitamin vitamins yogurt yoghurt mapishi
    chakula nyama ugali chapati sukuma
"""
_MEDIA = """
    album artist band channel film game genre joke jokes lyrics movie movies music news playlist
    podcast radio rap rock shuffle singer song songs soundtrack spotify trivia tune tv volume
    youtube video videos loud louder quieter accent dice coin story riddle wimbo nyimbo filamu
"""
_DEVICE = """
    alarm alarms android app apps bluetooth camera computer device devices email emails
    factory headphones ipad iphone laptop light lights lamp thermostat messages network outlet
    password phone phones pin printer reminder reminders router settings software speaker
    sync timer timers socket plug plugs outlets voltage whisper charger cellphone smartphone
    list lists todo shopping amazon order orders ebay delivery package parcel
"""
_FACTS = """
    calculate calculation definition dictionary define equation factorial fraction fact facts inch
    inches kilometers kilograms length math meaning measurement meter meters metres mile minus
    multiply multiplied ounce ounces percent pi plus pound pounds president root spell spelled
    spelling spell square subtract sum synonym translate translation weigh weight word words capital
    population history planet animal animals cat dog dogs cats pet pets hobby hobbies fun
    neno maneno maana tafsiri linamaanisha hesabu gawanya zidisha rais uchaguzi mechi timu ligi
    unga sukari dhahabu shamba
    insurance insured policy deductible premium medicare coverage plan doctor symptoms
"""
VEHICLES = word_set(_VEHICLE)
"""What other businesses take bookings for."""
TRANSLATING = word_set(
    "translate translation meaning mean means spell neno maana tafsiri linamaanisha"
)
"""Beside the name of a language: about its words, and no wish to speak it."""
FOREIGN = word_set(_MONEY + _WORK + _TRAVEL + _VEHICLE + _KITCHEN + _MEDIA + _DEVICE + _FACTS)
