"""What texts say in Vietnamese, without its accents, which GSM-7 does not have."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # Answers, and what whoever joined by a keyword is told.
    "stopped": "{brand}: ban da huy dang ky va khong nhan tin quang cao nua. Tra loi START de nhan lai.",
    "help": "{brand}: uu dai va nhac nho qua SMS. So tin thay doi, co the tinh phi tin nhan va du lieu. "
    "Ho tro: {contact|nhan vien}. Soan STOP de dung.",
    "resumed": "{brand}: ban lai nhan uu dai va nhac nho qua SMS. So tin thay doi, co the tinh phi tin nhan. "
    "HELP de duoc giup, STOP de dung.",
    "join": "{brand}: tra loi Y de dong y: {consent}",
    "joined_already": "{brand}: so nay da co trong danh sach. HELP de duoc giup, STOP de dung.",
    "not_joined": "{brand}: so nay chua co trong danh sach. Dang ky tren trang web hoac tai cua hang. "
    "Ho tro: {contact|nhan vien}.",
    "promised": "{brand}: ban da co trong danh sach. Tam thoi het ma, ma cua ban se den qua SMS. "
    "HELP de duoc giup, STOP de dung.",
    "used_up": "{brand}: ban da co trong danh sach. Tat ca ma cua uu dai nay da duoc phat het. "
    "HELP de duoc giup, STOP de dung.",
    # The one question of an automation.
    "ask_why": "{brand}: khong sao! Cho chung toi biet vi sao nhe? "
    "Tra loi 1: gia ca, 2: chua dung luc, 3: khong hop. HELP de duoc giup, STOP de dung.",
    # Steps of automations, and what a friend has earned. Each says how to stop.
    "referral": "{brand}: co nguoi tham gia qua lien ket cua ban, cam on! Ma cua ban: {code} {link} "
    "Soan STOP de dung",
    "reminder": "{brand}: ma {code} van dang cho ban: {title}. {link} Soan STOP de dung",
    "last_reminder": "{brand}: nhac ban lan cuoi: ma {code} con dung duoc den {expires|khi ban dung}. {link} "
    "Soan STOP de dung",
    "cart_code": "{brand}: gio hang dang cho ban, cung voi ma {code}: {link} Soan STOP de dung",
    "cart": "{brand}: ban con mon hang trong gio. Mua tiep luc nao cung duoc: {link|tai cua hang.} "
    "Soan STOP de dung",
    "come_back": "{brand}: lau roi khong gap! {title} voi ma moi {code}: {link} Soan STOP de dung",
    "thanks": "{brand}: cam on ban da tin tuong! Hen gap lai ban. Cau hoi hay gop y: {contact|nhan vien}. "
    "Soan STOP de dung",
    "thanks_friends": "{brand}: cam on ban! Gui lien ket cho ban be: "
    "ho nhan ma, khi ho den ban cung co ma: {friends} Soan STOP de dung",
    "still_there": "{brand}: lau roi khong thay ban. Ban van khoe chu? Chung toi co: "
    "{link|nhieu dieu cho ban.} Soan STOP de dung",
    "missed": "{brand}: chung toi nho ban! Ghe lai luc nao cung duoc: {link|rat mong gap ban.} "
    "Soan STOP de dung",
    "last_offer": "{brand}: uu dai cuoi trong luc nay: {title} voi ma {code}: {link} Soan STOP de dung",
    "useful": "{brand}: hom nay khong co uu dai, chi co dieu huu ich: co gi va dat the nao: "
    "{link|cu hoi chung toi.} Soan STOP de dung",
}
