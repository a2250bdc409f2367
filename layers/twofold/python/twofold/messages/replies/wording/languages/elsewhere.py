"""Keywords for leaving of languages that are not otherwise read."""

from twofold.messages.replies.wording.language import Language

ELSEWHERE = Language(
    stop="""退订, 退訂, 停止, 取消, 取消订阅, 取消訂閱, 不要再发, 解除, 配信停止, やめて, 중지, 수신거부, 거부, 해지, إيقاف, الغاء, توقف,
        إلغاء الاشتراك, ביטול, הסר, בטל, बंद, रोकें, στοπ, διαγραφή, ακύρωση, dezabonare, dezabonează, opreste, oprește,
        anulare, renunț, leállít, leiratkozás, leiratkozom, törlés, elég, lopeta, peruuta, lopetus, odjava, odjavi, prekini,
        zaustavi, prestani, odhlásiť, zrušiť, koniec, prestaňte, berhenti, hentikan, batal, itigil, ihinto, спри, откажи,
        отписване""",
    firm="退订 停止 수신거부 إيقاف στοπ dezabonare leiratkozás lopeta odjava berhenti",
)
