"""Turkish that declines."""

from twofold.messages.replies.wording.declines.declining import Declining

TURKISH = Declining(
    sets={
        "THANKS": "teşekkürler teşekkür sağol sağolun tşk tsk saol eyvallah",
        "PERHAPS": "belki",
        "LATER": "sonra ileride ilerde",
    },
    when="""şimdi, şu an, şu anda, şuan, şimdilik, bugün, bu akşam, bu hafta, bu ay, bu sefer, bu kez, henüz, yarın, bu aralar,
        bu yıl, şu anlık""",
    clear="""
        WHEN değil
        WHEN olmaz|almayayım|kalsın|ihtiyacım|gerek
        WHEN istemiyorum
        WHEN ilgilenmiyorum
        WHEN ihtiyacım yok
        WHEN gerek yok
        hayır ,? WHEN değil
        PERHAPS daha? LATER
        PERHAPS başka zaman|sefere|gün
        PERHAPS yarın
        PERHAPS bir? dahaki|sonraki sefere|hafta|ay
        PERHAPS haftaya|gelecek hafta|ay?
        başka zaman|sefere|gün
        bir dahaki sefere
        bir dahakine
        daha LATER PERHAPS?
        LATER PERHAPS
        hayır ,? çok? THANKS ederim|ederiz?
        yok ,? çok? THANKS ederim|ederiz?
        THANKS ederim? ,? ama? hayır
        THANKS ,? istemez
        almayayım THANKS
        yok almayayım
        almayayım WHEN?
        ben almayayım
        çok|fazla|biraz|bana|bize pahalı
        çok pahalı geldi|bana|bize?
        bana|bize çok pahalı
        pahalı geldi
        fiyat|fiyatlar|fiyatı çok? yüksek|pahalı
        param yok WHEN?
        WHEN param yok
        paramız yok
        bütçem yok|yetmiyor|uygun WHEN|değil?
        bütçeme uygun değil
        zamanım|vaktim|zaman|vakit yok WHEN?
        WHEN zamanım|vaktim|zaman|vakit yok
        hiç? zamanım|vaktim yok
        çok? meşgulüm WHEN?
        WHEN çok? meşgulüm|yoğunum
        çok? yoğunum WHEN?
        WHEN müsait değilim|değil
        müsait değilim WHEN?
        uygun değilim|zaman değil?
        WHEN uygun değil|değilim
        doğru|iyi bir? zaman değil
        WHEN canım istemiyor
    """,
    alone="""
        daha? LATER
        pahalı
        meşgulüm
        yoğunum
        henüz değil
        haftaya
        gelecek hafta|ay
        LATER bakarım
        kalsın
        yarın PERHAPS
        düşüneyim
    """,
    beside="""
        hayır
        yok
        ama
        maalesef
        üzgünüm
        kusura bakmayın|bakma
        pardon
        özür dilerim
        PERHAPS
        daha? LATER
        ederim|ederiz
        teklif için
        benim|bizim için
        bana
        biraz
        gelecek hafta|ay
        haftaya
        ya
        ben
        iş yerindeyim
        işteyim
        tatildeyim
        hastayım
        yemek yedim
        yedim
        pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar
        bayramdan|maaştan sonra
    """,
    joins="ama çünkü fakat",
    asks="""
        mı|mi|mu|mü|misiniz|mısınız|var
        nerede|ne|kim|hangi|nasıl|kaç
        istiyorum|lazım
        gönderin|atın|söyleyin|verin
    """,
)
