"""The versions of what reading and extraction find, and of what follows from it."""

# Raised with every change to reading, extraction or vocabulary that changes what is found in any document: files that
# are added again and whose findings are older are read anew.
EXTRACTION = 4

# Raised with every change to what is worked out from the findings and kept (histories, questions, words to search,
# comparisons, the words and matters beside a text): archives that were worked out by an older version are brought up to
# date when they are opened.
DERIVED = 3

# Raised with every change to how links between texts are suggested: they are worked out anew when they are asked for.
LINKS = 2
