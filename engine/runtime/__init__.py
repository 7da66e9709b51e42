"""One turn, from inbox to commit, and what keeps turns coming: the imperative shell."""
