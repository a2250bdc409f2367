"""Pools of coupons: looked at to draw, written to by deliveries; who gets a coupon takes it out with the issue."""

from collections.abc import Sequence, Set

from twofold.pools.model import SHARDS, Coupon, shard_of, spot_of
from twofold.pools.ports import MOST_AT_ONCE, Outcome

from .items import CodeItem, PoolItem, RegisterItem
from .pool_register import REGISTER
from .reading import reaching_database


class DynamoCodePools:
    def draw(self, campaign_id: str, start: str, shards: int = 1) -> Coupon | None:
        first = int(start[0], 16)
        with reaching_database():
            for number in range(first, first + shards):
                item = _after(shard_of(campaign_id, number % SHARDS), start[1:])
                if item:
                    return _coupon(item)
        return None

    def discard(self, coupon: Coupon) -> None:
        discard(coupon.campaign_id, coupon.code)

    def put(self, coupons: Sequence[Coupon]) -> Sequence[Outcome]:
        assert len(coupons) <= MOST_AT_ONCE, "so many are not put in one go"
        # Of two that are alike the first one counts.
        fresh = {coupon.code: coupon for coupon in reversed(coupons)}
        for code in self.known(list(fresh.values())):
            del fresh[code]
        self.store(list(fresh.values()))
        with reaching_database():
            for campaign_id in {coupon.campaign_id for coupon in coupons}:
                _fill(campaign_id)
        return ["added" if fresh.pop(coupon.code, None) else "known" for coupon in coupons]

    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        with reaching_database():
            return _known(coupons)

    def store(self, coupons: Sequence[Coupon]) -> None:
        """Write the rows of these, which are all different; the part of `put` that takes long."""
        with reaching_database(), PoolItem.batch_write() as batch:
            for coupon in coupons:
                batch.save(_item(coupon))

    def find(self, campaign_id: str, code: str) -> Coupon | None:
        spot = spot_of(campaign_id, code)
        with reaching_database():
            return next((_coupon(item) for item in _rows([(spot.shard, spot.row)])), None)

    def count_up_to(self, campaign_id: str, most: int) -> int:
        left = 0
        with reaching_database():
            for number in range(SHARDS):
                if left < most:
                    shard = shard_of(campaign_id, number)
                    left += PoolItem.count(shard, consistent_read=True, limit=most - left)
        return min(left, most)


def discard(campaign_id: str, code: str) -> None:
    """Take a coupon out of a pool, if it is there."""
    spot = spot_of(campaign_id, code)
    with reaching_database():
        PoolItem(pool_shard=spot.shard, code=spot.row).delete()


def _after(shard: str, row: str) -> PoolItem | None:
    """The first coupon above a row; the shard's first one where nothing is above."""
    above = PoolItem.query(shard, PoolItem.code > row, limit=1, consistent_read=True)
    return next(above, None) or next(PoolItem.query(shard, limit=1, consistent_read=True), None)


def _known(coupons: Sequence[Coupon]) -> set[str]:
    """Those that lie in their pool or are somebody's code already."""
    # In this order: a coupon moves from the pool to the codes, so none is between the two looks.
    waiting = {item.coupon for item in _rows([(c.spot.shard, c.spot.row) for c in coupons])}
    codes = CodeItem.batch_get([c.code for c in coupons], consistent_read=True, attributes_to_get=["code"])
    return waiting | {item.code for item in codes}


def _rows(keys: Sequence[tuple[str, str]]) -> list[PoolItem]:
    return list(PoolItem.batch_get(keys, consistent_read=True))


def _fill(campaign_id: str) -> None:
    row = RegisterItem(pool_shard=REGISTER, code=campaign_id)
    row.update([RegisterItem.fills.add(1), RegisterItem.dry.remove()])


def _item(coupon: Coupon) -> PoolItem:
    return PoolItem(
        pool_shard=coupon.spot.shard,
        code=coupon.spot.row,
        coupon=coupon.code,
        campaign_id=coupon.campaign_id,
        written=coupon.written,
        expires_at=coupon.expires_at,
        import_id=coupon.import_id,
    )


def _coupon(item: PoolItem) -> Coupon:
    return Coupon(
        code=item.coupon,
        campaign_id=item.campaign_id,
        written=item.written,
        expires_at=item.expires_at,
        import_id=item.import_id,
    )
