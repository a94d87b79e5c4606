from store.archives import *  # noqa: F403  fixtures
from store.archives import _archives_are_no_test_databases, _no_settings  # noqa: F401  fixtures
