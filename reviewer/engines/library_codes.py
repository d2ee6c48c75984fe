"""The language codes of the engines that deep-translator reaches, as its version 1.11.4 has them.

Copied, because loading the library to read them takes longer than showing the desk; a test compares them.
"""

GOOGLE_CODES = tuple(
    """
    af ak am ar as ay az be bg bho bm bn bs ca ceb ckb co cs cy da de doi dv ee el en eo es et eu fa fi fr fy ga
    gd gl gn gom gu ha haw hi hmn hr ht hu hy id ig ilo is it iw ja jw ka kk km kn ko kri ku ky la lb lg ln lo lt
    lus lv mai mg mi mk ml mn mni-Mtei mr ms mt my ne nl no nso ny om or pa pl ps pt qu ro ru rw sa sd si sk sl sm
    sn so sq sr st su sv sw ta te tg th ti tk tl tr ts tt ug uk ur uz vi xh yi yo zh-CN zh-TW zu
    """.split()
)

MYMEMORY_CODES = tuple(
    """
    ace-ID acf-LC af-ZA aig-AG ak-GH als-AL am-ET an-ES ar-EG ar-MA ar-SA as-IN ast-ES awa-IN ayr-BO az-AZ azb-AZ
    azj-AZ ba-RU bah-BS ban-ID be-BY bem-ZM bg-BG bh-IN bho-IN bi-VU bjn-ID bjs-BB bm-ML bn-IN bo-CN br-FR bs-BA
    bs-Cyrl-BA bug-ID ca-ES cav-ES ceb-PH ch-GU chr-US cjk-AO ckb-IQ cop-EG crh-RU crs-SC cs-CZ ctg-BD cy-GB da-DK
    de-AT de-CH de-DE dik-SS diq-TR dv-MV dyu-CI dz-BT ee-GH el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US
    en-ZA eo-EU es-419 es-AR es-CO es-ES es-MX es-US et-EE eu-ES fa-IR ff-FUL fi-FI fil-PH fj-FJ fn-FNG fo-FO
    fon-BJ fr-BE fr-CA fr-CH fr-FR fur-IT fuv-NG ga-IE gax-KE gaz-ET gcl-GD gd-GB gil-KI gl-ES glw-NG gn-PY grc-GR
    grt-IN gu-IN guz-KE gv-IM gyn-GY ha-NE haw-US he-IL hi-IN hig-NG hil-PH hmn-CN hne-IN hr-HR ht-HT hu-HU hy-AM
    ibo-NG id-ID ig-NG ilo-PH is-IS it-CH it-IT ja-JP jam-JM jv-ID ka-GE kab-DZ kac-MM kam-KE kar-MM kas-IN kbp-TG
    kea-CV kg-CG kha-IN khk-MN ki-KE kik-KE kk-KZ kl-GL kln-KE km-KH kmb-AO kmr-TR kn-IN knc-NG ko-KR kok-IN
    kr-KAU ks-IN ky-KG la-XN lb-LU lg-UG li-NL lij-IT lmo-IT ln-LIN lo-LA lt-LT ltg-LV lua-CD luo-KE lus-IN luy-KE
    lv-LV lvs-LV mag-IN mai-IN mas-KE men-SL mer-KE mfe-MU mfi-CM mfi-NG mg-MG mh-MH mhr-RU mi-NZ min-ID mk-MK
    ml-IN mn-MN mni-IN mos-BF mr-IN mrj-RU mrt-NG ms-MY mt-MT my-MM nb-NO ndc-MZ ne-NP niu-NU nl-BE nl-NL nn-NO
    nr-ZA nso-ZA nus-SS ny-MW nyf-KE oc-ES oc-FR or-IN ory-IN pa-IN pag-PH pap-CW pau-PW pbt-PK pes-IR pi-IN
    pis-SB pl-PL plt-MG pnb-PK pot-US pov-GW ppk-ID prs-AF ps-PK pt-BR pt-PT qu-PE quc-GT quy-PE rhg-MM rhl-MM
    rm-RO rn-BI ro-RO roh-CH ru-RU run-BI rw-RW sa-IN sat-IN sc-IT scn-IT sd-PK seh-ZW sg-CF shn-MM shu-TD si-LK
    sk-SK sl-SI sm-WS sn-ZW snd-PK so-SO sq-AL sr-Cyrl-RS sr-Latn-RS sr-ME srn-SR ss-SZ st-LS su-ID sv-SE svc-VC
    sw-KE syc-TR szl-PL ta-IN ta-LK taq-ML te-IN tet-TL tg-TJ th-TH ti-ET tk-TM tkl-TK tl-PH tmh-DZ tn-BW tn-ZA
    to-TO tpi-PG tr-TR trv-TW ts-ZA tsc-MZ tt-RU tum-MW tvl-TV tw-GH ty-PF tzm-MA udm-RU ug-CN uig-CN uk-UA umb-AO
    ur-PK uz-UZ uzn-UZ vec-IT vi-VN vic-US vmw-MZ war-PH wls-WF wo-SN xh-ZA ydd-US yi-YD yo-NG zdj-KM zh-CN zh-HK
    zh-MO zh-TW zsm-MY zu-ZA
    """.split()
)

QCRI_CODES = ("ar", "en", "es")

BAIDU_CODES = {
    "ar": "ara", "bg": "bul", "cs": "cs", "da": "dan", "de": "de", "el": "el", "en": "en", "es": "spa", "et": "est",
    "fi": "fin", "fr": "fra", "hu": "hu", "it": "it", "ja": "jp", "ko": "kor", "lzh": "wyw", "nl": "nl", "pl": "pl",
    "pt": "pt", "ro": "ro", "ru": "ru", "sl": "slo", "sv": "swe", "th": "th", "vi": "vie", "yue": "yue",
    "zh": "zh", "zh-Hans": "zh", "zh-Hant": "cht",
}  # fmt: skip
"""By BCP 47 tag: they are Baidu's own."""
