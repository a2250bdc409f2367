"""Work that takes more than one invocation, as stored."""

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from twofold.adapters.dynamodb.attributes import JsonAttribute
from twofold.exports.model import Export
from twofold.imports.model import Import

from .item import Item


class JobItem(Item):
    class Meta(Item.Meta):
        pass

    job_id = UnicodeAttribute(hash_key=True)
    version = NumberAttribute()
    state = UnicodeAttribute()
    job = JsonAttribute[Import](Import)
    ttl = NumberAttribute()


class ExportItem(Item):
    """Lives among the jobs, too: the id of an export begins with `exp_`."""

    class Meta(Item.Meta):
        pass

    job_id = UnicodeAttribute(hash_key=True)
    version = NumberAttribute()
    state = UnicodeAttribute()
    export = JsonAttribute[Export](Export)
    ttl = NumberAttribute()
