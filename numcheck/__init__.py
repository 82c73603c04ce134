"""numcheck tells where the figures of several articles contradict or inflate each other.

>>> import numcheck
>>> [claim.text for claim in numcheck.extract("More than 50 firefighters came; 13 were hurt.")]
['More than 50', '13']
"""

from numcheck.model.article import Article
from numcheck.model.claim import Claim
from numcheck.model.errors import NumcheckError
from numcheck.model.report import VERSION as __version__
from numcheck.model.report import Report
from numcheck.pipeline import compare, extract, gate, load_rules
from numcheck.settings import Settings

__all__ = ["Article", "Claim", "NumcheckError", "Report", "Settings", "__version__", "compare", "extract", "gate", "load_rules"]
