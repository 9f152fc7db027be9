"""Python's collector, told to leave out what stays and to look seldom at what comes.

It passes over every object to find circles among them. Rules, modules and views are hundreds of
thousands of objects in which there is never anything to collect: passing over them took a quarter
of the time that suggestions are made in, and held the window up for 70 ms at times.
"""

import gc


def keep_for_good() -> None:
    """Leave out from now on all that stands, once what is to go has been collected."""
    gc.collect()
    gc.freeze()


def look_seldom(young: int) -> None:
    """Look once so many new objects are there; Python looks after 700."""
    gc.set_threshold(young, 10, 10)
