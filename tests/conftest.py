"""Settings for all tests: no property is held to a time, which a busy machine would break."""

from hypothesis import settings

settings.register_profile("palermo", deadline=None)
settings.load_profile("palermo")
