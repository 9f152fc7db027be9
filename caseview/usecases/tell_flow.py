"""Tells the flow of screening: what was found, what fell away and why, what is included."""

from caseview.counting.flow_wording import HEADS, flow_rows
from caseview.counting.screening_flow import flow_of
from caseview.domain.flow import Flow
from caseview.domain.listing import Listing
from caseview.usecases.work import Casebook, Work


def tell_flow(casebook: Casebook) -> Flow:
    """Return the flow of the casebook as it stands."""
    with casebook.reading() as work:
        return flow_in(work)


def flow_in(work: Work) -> Flow:
    """Return the flow as one unit of work sees it."""
    return flow_of(work.imports.all(), work.reviews.all(), work.imports.removed())


def flow_list(casebook: Casebook) -> Listing:
    """Return the flow as a list to be written out."""
    info = casebook.info()
    about = (("Casebook", info.title), ("After", "PRISMA 2020 flow diagram, in the field’s units"))
    rows = flow_rows(tell_flow(casebook))
    return Listing("How the reviews were screened", HEADS, rows, about, info.marking)
