"""Serve: one page on this machine for editors without a terminal. waitress is named in this file only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from numcheck.model.errors import NumcheckError
from numcheck.model.limits import FORM
from numcheck.serve.app import application
from numcheck.serve.opened_story import BARE, OpenedStory
from numcheck.serve.workers import AT_ONCE, WAITING, Workers
from numcheck.settings import Settings

HOST = "127.0.0.1"
_MISSING = "numcheck serve needs two small libraries that are not installed"
_INSTALL = 'pip install "numcheck[serve]"'


def serve(
    settings: Settings, port: int, started: Callable[[str], None], origins: Sequence[str] = (), desk: OpenedStory = BARE
) -> None:
    """Answer on `port` of this machine alone (0: any that is free) until it is interrupted; `started` is told the address.

    `origins` may ask by the protocol of LanguageTool; `desk` is what the page opens with. Raises NumcheckError where
    a library is missing or the port is taken.
    """
    try:
        import multipart  # noqa: F401
        import waitress
    except ImportError:
        raise NumcheckError(_MISSING, hint=_INSTALL) from None
    # Texts stay in memory: above these sizes waitress would write a request or an answer into a file.
    memory = {"inbuf_overflow": 2 * FORM.most, "outbuf_overflow": 2 * FORM.most}
    workers = Workers(settings)
    app = application(workers.check, workers.cancel, origins, desk)
    try:
        server = waitress.create_server(
            app,
            host=HOST,
            port=port,
            threads=AT_ONCE + WAITING + 2,
            max_request_body_size=FORM.most,
            ident="numcheck",
            **memory,
        )
    except OSError as error:
        hint = "another program may have it; --port 0 takes any that is free"
        raise NumcheckError(f"cannot listen on port {port}: {error.strerror}", hint=hint) from None
    try:
        started(f"http://{HOST}:{server.effective_port}/")
        server.run()
    finally:
        workers.close()
        server.close()
