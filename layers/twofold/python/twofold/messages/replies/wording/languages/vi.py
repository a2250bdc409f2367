"""Vietnamese, as often typed without its accents: `dung` may be stop or do not, but not right or use."""

from twofold.messages.replies.wording.language import Language

VIETNAMESE = Language(
    stop="""dừng, dừng lại, dừng đi, dừng ngay, ngừng, ngừng lại, ngừng nhận, ngưng, ngưng lại, hủy, huỷ, hủy bỏ,
        hủy đăng ký, huỷ đăng kí, hủy dịch vụ, hủy nhận, từ chối, tôi từ chối, từ chối nhận, TC, xóa, xoá, xóa số, thôi đi,
        kết thúc, chấm dứt, hủy theo dõi, không nhận, không nhận nữa, đừng nhắn, đừng gửi, rút lui, bỏ đăng ký,
        tắt, hủy tin, đừng nhắn nữa, không muốn nhận, đừng làm phiền, hủy đk, huy dk, ngừng tin, thoát, loại bỏ, hủy đi, ngừng đi, xóa đi, dừng tôi, hủy cho tôi, xóa tôi""",
    firm="ngừng ngưng",
    help="trợ giúp, giúp, giúp đỡ, giúp tôi, hỗ trợ, cần giúp, thông tin, hướng dẫn",
    start="bắt đầu, đăng ký lại, nhận lại, tiếp tục nhận, mở lại",
    yes="vâng, dạ có, dạ vâng, đồng ý, tôi đồng ý, =có",
    filler="""xin, vui lòng, làm ơn, xin vui lòng, cảm ơn, cám ơn, xin cảm ơn, cảm ơn bạn, chào, xin chào, chào
        bạn, chào shop, ạ, nhé, nha, nhe, đi nhé, ngay, ngay đi, ngay lập tức, giùm, dùm, giúp, giúp
        tôi, giúp mình, cho tôi, cho mình, thanks, luôn, luôn đi, anh ơi, chị ơi, em ơi, ơi""",
    sets={
        "ORDER": """mã code đơn bàn món địa""",
        "STOPPING": "dừng ngừng ngưng chấm đừng ",
        "OFFERS": "khuyến quảng ưu thông ",
        "TEXTS": "tin sms nhắn spam mail msg qc",
        "AWAY": "xóa xoá bỏ gỡ loại rút xoa",
    },
    keeps="""
        không ~1 gửi|nhắn ~4 à|hả|sao|vậy $
        trả|soạn|gửi|nhắn lời? stop|huy ~1 để|gửi ~2 hủy|từ|ngừng?
        không|ko muốn hủy|dừng|ngừng|xóa|bỏ đăng? ký? nhận?
        đừng bỏ|xóa tôi|mình|số? khỏi? danh?
        gửi|gởi lại|về|nhầm
        đừng|không ~1 gọi , ~1 nhắn|gửi
        lỡ|lo nhắn|gửi stop
        đừng ngừng|dừng
        đừng|không|khỏi ~1 cần? gửi|gởi ~1 mã|code|đơn|hàng|món
        không|chưa|ko|k|hổng|chả ~1 nhận được|dc|đc
        chưa ~1 nhận|thấy|có
        không ~1 có|thấy ~1 TEXTS|mã
        đừng|không ngừng|hủy|xóa|ngưng
        trạm|điểm|bến|xe|có dừng
        không|sử|áp|tác|xài|ko|có|cách dụng|dung
        dung được|dc|đc
        dung mã|code|thẻ|voucher|app
        hủy ~2 đơn|bàn|đặt|lịch|hàng|vé|món|hẹn|chỗ|booking
        xóa|bỏ ~1 món|hành|sản
        đừng quên|bỏ|ngại|lo
        không muốn bỏ
        sao không ~1 nhắn|gửi
    """,
    asks="""
        làm thế nào ~3 hủy|dừng|ngừng|xóa|từ
        muốn hủy ~2 làm|sao
        lỡ|nhầm|nếu ~2 stop
        làm sao ~3 hủy|dừng|ngừng|ngưng|xóa|từ
        cách nào? ~2 hủy|dừng|ngừng|xóa|từ
        hủy ~3 sao|nào|cách
        phiền ~1 lúc|bây|giờ này|nay
        nếu ~3 stop|hủy
        có thể hủy ~2 không
    """,
    leaves="""
        dừng|ngừng|ngưng đi $
        ngừng|dừng|ngưng đăng ký
        nhu cầu ~1 nhận
        đừng gọi ~2 nhắn ~3 nữa
        không còn quan tâm
        đừng tiếp tục ~2 nhắn|gửi
        đừng dùng ~1 số
        hãy|xin dừng|ngừng|ngưng
        dừng|ngừng dịch|tin
        không|ko gửi|nhắn ~1 tin ~1 cho
        muốn ~1 bị ~1 làm phiền
        STOPPING ~1 nhắn|gửi|spam|liên|quảng|inbox|nhận|phát|sms|gởi|nt|ib ~
        STOPPING ~1 việc ~1 nhắn|gửi|gởi
        STOPPING ~1 có ~1 nhắn|gửi
        STOPPING ~1 làm phiền
        không|ko|k|khỏi|miễn|hông cần|muốn|thích|phải|nên|được|đc|dc|hề ~3 nhắn|gửi|nhận|gởi ~4 TEXTS|OFFERS|nữa|gì
        không|ko|k|hông ~1 muốn|cần|thích ~2 TEXTS|OFFERS ~1 TEXTS|OFFERS|cáo|mãi|này|nữa
        lòng|xin|ơn không|đừng|ko|dừng|ngừng|ngưng ~1 gửi|nhắn|gởi|nhận|liên|làm|spam
        không|ko|k|đừng|dừng ~1 nhắn|gửi|gởi ~4 nữa
        không|ko ~1 nhận ~3 nữa|thêm
        không|ko nhận TEXTS
        không|ko|đừng ~1 liên hệ|lạc
        AWAY ~2 số ~3 khỏi|của|này|điện|tôi|đi
        AWAY ~1 sđt|sdt|số $
        AWAY ~2 tên ~3 khỏi
        AWAY ~2 tôi|mình|em ~2 khỏi|ra
        AWAY ~2 thông tin ~1 của? tôi|mình
        khỏi ~1 danh|list|hệ|nhóm
        hủy ~1 đăng|đk|dk|theo|nhận|tin|sms|dịch|thông
        bỏ đăng|đk|theo ~1 ký|kí|dõi?
        rút ~1 lại? ~2 đồng|ý|sự
        không|ko|chưa ~1 đồng ý ~3 nhận|gửi|nhắn|cho
        từ chối ~1 nhận|tin|sms|quảng|mọi|tất
        tôi|mình|em từ chối
        chặn|tắt ~1 TEXTS
        đừng|không|ko ~1 làm phiền ~3 nữa
        thôi đừng ~1 nhắn|gửi
        muốn|xin|cần hủy $
        tin nhắn này ~1 dừng|ngừng
    """,
    doubts="""
        nhu cầu
        đừng gọi
        không|ko|k ~1 quan tâm
        không|ko|k ~1 cảm|cám ơn
        ^ không|ko|khỏi|thôi|khỏi cần? $
        nhầm|sai|lộn ~1 số|người
        ai vậy|đây|thế|đó|day|nhắn
        sao ~2 nhắn|gửi|biết|có ~2 số|tôi|hoài
        làm phiền
        phiền quá|phức|thật
        spam|lừa|báo công|cáo|chặn?
        nhiều TEXTS|quá
        không|ko ~1 đăng ký
        không|ko cần|muốn ~1 $
        để ~1 yên
        biến|cút ~1 đi
    """,
)
