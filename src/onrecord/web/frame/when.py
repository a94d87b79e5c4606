"""When a review took place."""

from onrecord.tasks import ReviewRow
from onrecord.vocabulary import sessions


def stated(review: ReviewRow) -> str:
    """The month of the review's session (EDTF), as precise as known; "" if it is not."""
    session = sessions.upr_session(review.session) if review.session else None
    report = next((paper.date for paper in review.documents if paper.document == review.report), "")
    return (session.first_day if session else report)[:7]
