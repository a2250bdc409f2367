"""Turkish."""

from twofold.messages.replies.wording.language import Language

TURKISH = Language(
    stop="""dur, durdur, durdurun, iptal, iptal et, iptal edin, ret, reddet, reddediyorum, çık, çıkış, çıkar, çıkmak,
        sil, silin, yeter, vazgeç, vazgeçtim, abonelikten çık, istemiyorum, istemem, bitir, kes, bırak, sonlandır,
        üyelik iptali, mesaj atma, mesaj atmayın, yazma, yazmayın""",
    firm="iptal durdur durdurun yeter",
    help="yardım, bilgi, yardım edin",
    start="başlat, yeniden başlat, devam et",
    yes="evet, evet lütfen, onaylıyorum, kabul ediyorum",
    filler="""lütfen, teşekkürler, teşekkür ederim, merhaba, selam, hemen, artık, sağolun, iyi günler, hayır,
        evet, şimdi, tamam, derhal""",
    sets={
        "TEXTS": "mesaj* sms* reklam* bildirim* spam* kampanya* ileti* msj*",
        "DONT": """atma atmayın atmayin atmayınız gönderme göndermeyin göndermeyiniz yazma yazmayın yazmayınız yollama
            yollamayın arama aramayın çekmeyin rahatsız""",
        "UNWANTED": "istemiyor* istemem istemiyoruz almayayım",
        "ORDER": "sipariş* rezervasyon* randevu* masa* ürün*",
        "CANCEL": "iptal durdur* kes* bırak* sonlandır* kapat*",
    },
    keeps="""
        bırakma*|kesme*|durdurma*|silme*|çıkarma*
        iptal etme*
        çıkmak|iptal|çıkarılmak ~1 istemiyor*
        ORDER ~2 CANCEL|sil*
        neden ~2 DONT
        son gün|gün
    """,
    asks="""
        nasıl ~3 iptal|çık*|durdur*
        iptal|çık* ~2 nasıl
    """,
    leaves="""
        TEXTS ~2 DONT|UNWANTED
        DONT artık
        artık|daha ~1 bana? ~2 DONT
        bana ~2 DONT $
        TEXTS ~2 CANCEL
        mesaj|sms|yazmayı|göndermeyi|atmayı ~1 bırak*|kes*|durdur*
        liste* ~1 çıkar*|çık*|sil*|kaldır*
        numara* ~1 sil*|çıkar*|kaldır*
        abonelik*|üyelik* ~1 iptal|çık*|sonlandır*|sil*
        beni ~3 çıkar*|sil*
        iznimi|onayımı|izin ~1 geri|iptal|vermiyorum
        rahatsız etme*
    """,
    doubts="""
        ilgilenmiyor*
        hayır teşekkür*
        yanlış numara
        kimsin*|kim
        ^ hayır $
        şikayet*|spam*|taciz
        numaramı nereden
        rahat bırak*
        istemiyor*
    """,
)
