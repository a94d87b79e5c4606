from store.archives import *  # noqa: F403  fixtures
from store.archives import _no_settings  # noqa: F401  fixtures
