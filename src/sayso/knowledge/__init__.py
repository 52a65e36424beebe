"""The world as dated facts: states, organizations, groups, offices and who held them, outlets, places.

In: CSV files of facts with their dates. Out: look-ups by name and day, and the known names of a text. Each file is one kind of
fact and may be corrected by hand.
"""

from sayso.knowledge.names import Entry, Found, find, lookup, name_words
from sayso.knowledge.states import state_name

__all__ = ["Entry", "Found", "find", "lookup", "name_words", "state_name"]
