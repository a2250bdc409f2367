"""Announces a file."""

from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.ids import DrawId, draw_id
from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads.imports import ImportOpened, ImportRequest

from .model import Import
from .ports import ImportBook, UploadPlaces


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenImport:
    campaigns: CampaignBook
    book: ImportBook
    uploads: UploadPlaces
    clock: Clock
    draw_id: DrawId = draw_id

    def __call__(self, request: ImportRequest) -> ImportOpened:
        """Where to put the file, which is read as soon as it is there. Raises NotFound for an unknown campaign.

        The campaign need not give out coupons yet: its pool may be filled first.
        """
        campaign, at = self.campaigns.campaign(request.campaign_id), self.clock()
        import_id = f"imp_{self.draw_id()}"
        job = Import(import_id=import_id, campaign_id=campaign.campaign_id, opened_at=at, kind=request.kind)
        self.book.open(job)
        place = self.uploads.place(job.import_id, at)
        return ImportOpened(
            import_id=job.import_id,
            upload_url=place.url,
            upload_until=to_second(place.until),
            upload_headers=place.headers,
        )
