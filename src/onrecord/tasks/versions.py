"""The version of what reading and extraction find."""

# Raised with every change to reading, extraction or vocabulary that changes what is found in any document: files that
# are added again and whose findings are older are read anew.
EXTRACTION = 1
