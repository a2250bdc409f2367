"""Vietnamese that declines, read without its accents: no other word of these letters makes a decline a stop."""

from twofold.messages.replies.wording.declines.declining import Declining

VIETNAMESE = Declining(
    sets={
        "NOT": "không ko k hông hong hok kg khong kh",
        "YET": "chưa",
        "I": "tôi mình em anh chị tui mk tớ bọn cháu con",
        "THANKS": "ơn",
    },
    when="""bây giờ, lúc này, hôm nay, hiện tại, hiện giờ, giờ, bữa nay, tối nay, tuần này, tháng này, lần này, đợt này, ngay
        bây giờ, trước mắt, ngày mai""",
    clear="""
        NOT phải WHEN
        WHEN NOT được|tiện|rảnh|cần
        WHEN thì? YET được|tiện|rảnh|cần
        WHEN YET
        WHEN thì? NOT
        YET phải lúc|WHEN
        YET cần WHEN
        WHEN I YET|NOT cần|rảnh|tiện
        I YET|NOT cần|rảnh WHEN
        NOT quan tâm WHEN
        WHEN I? YET|NOT quan tâm
        để|chắc|có|thôi lần sau|khác
        để hôm|bữa|khi|dịp|lúc khác|sau
        để sau nhé|nha|đi|ạ?
        để I sau
        để mai mốt?
        hẹn lần|khi|dịp|hôm sau|khác
        lần sau nhé|nha|ạ|đi?
        dịp khác nhé|nha|ạ?
        khi|lúc|hôm|bữa khác nhé|nha|ạ?
        có lẽ|thể để? sau|mai
        có lẽ lần sau
        có thể lần sau
        chắc để sau
        chắc lần sau
        nhắc I sau
        NOT ,? cảm|cám|xin THANKS
        NOT ,? xin cảm|cám THANKS
        NOT ,? I cảm|cám THANKS
        dạ|thôi NOT ,? cảm|cám|ạ THANKS?
        cảm|cám THANKS ,? nhưng? NOT
        cảm|cám THANKS bạn|shop|quán|em|anh|chị ,? nhưng? NOT
        thôi ,? cảm|cám THANKS
        cảm|cám THANKS ,? nhưng YET cần
        đắt|mắc quá|lắm
        giá? hơi|quá|khá|còn mắc|đắt|cao|chát
        giá cao quá
        đắt|mắc quá ạ|nha|shop|bạn
        NOT đủ tiền WHEN?
        NOT có? tiền WHEN?
        hết tiền rồi?
        YET có tiền WHEN?
        WHEN I? YET|NOT có? tiền
        WHEN I? hết tiền
        chờ|đợi lương|lãnh
        NOT có? thời gian WHEN?
        NOT có? thì giờ
        I NOT|YET có? thời gian WHEN?
        WHEN I? NOT|YET có? thời gian
        YET có thời gian WHEN?
        bận rồi|quá|lắm
        I đang? bận rồi|quá|lắm? WHEN?
        đang bận rồi|quá? WHEN?
        WHEN I? bận rồi|quá|lắm?
        NOT rảnh WHEN?
        YET rảnh WHEN?
        YET có nhu? cầu? WHEN
        WHEN YET có nhu cầu
        YET cần
        YET tiện
        NOT tiện WHEN?
    """,
    alone="""
        để sau
        sau nhé|nha
        sau đi
        lát|chút|tí nữa nhé|nha|ạ?
        mai mốt
        mắc|đắt
        YET
        mai nhé|nha
        tuần|tháng sau
        để nghĩ|xem đã|lại
        để I nghĩ|xem đã|lại|thêm
    """,
    beside="""
        NOT ,|.
        dạ
        nhưng
        xin lỗi
        tiếc quá
        tiếc
        thôi
        ạ
        nhé
        nha
        nhe
        shop
        quán
        I
        rồi
        với I
        sau
        tuần|tháng sau
        khi khác
        để sau
        lần sau
        đang
        đang đi làm
        đang ở xa
        đang làm
        đi công tác
        bị ốm|bệnh
        ăn rồi
        thì
        vì
        có lẽ
        mai
        cảm|cám THANKS
    """,
    joins="nhưng vì mình tôi em",
    asks="""
        được|dc không|ko|k
        ở đâu
        mấy giờ
        bao nhiêu
        cho mình|tôi|em
        còn bàn|không
        đặt
        gửi
    """,
)
