"""Which letters stand beside which: how languages are told apart where nothing but bytes is known of a text.

For each language that is written in Latin letters, the pairs of neighbours, one of them no ASCII letter, that make nearly all such pairs of
its texts, the commonest first; for every other script those of all its languages together. All in small letters, a blank for the border
of a word. Counted in the translated messages of free programs, and checked on others of them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LATIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "afrikaans": "lêêeeëiëërëlë êrëiëndêëgiéé ê nêeêhêêë",
        "albanian": "ë tëësërpënërësëjëhëënmëëm ëqëdëkëgëlëëtzëëvëzbëël ççi",
        "catalan": (
            "ó ióés éà tàràínàlçalívàméé èntéaçàcnúuïmòïtrèí  úmàò úmmèòrmíròúsès íànísç pçréàróncésónçàgvíèràtú tíúl"
            "òd àè àmtèímbéuèètpàtóòlüedèbògüeçsíítpíàxíxmúnèiàçoícqüró èònxòòsüèòplçcècòèdfínàlèdírçúncàpòàqàpífàsàf"
            "cíèxíglòrínòvéjúútósdàsòïulààutòeïòcïdílègpúúbíd"
        ),
        "croatian": (
            "čiičćeućačišučešeđčežežaržšišečaočžiškčkožčnštđeećažršći čđućašaeč šađoš ćđauščuužaćč aššnoććnćuć ežođđi"
            " žžnčjȏdtȏȏgčlkȏžuižićš "
        ),
        "czech": (
            "í nípřé řeáný náváá nýnévýřířičeužů ráávačžiázíscíožěn čmělíádněíckápívémáčííkátít řžeě álýcšejíočtíládá"
            "ímvěkééméhzámízítěíčínč víšířáž ářčnmésážííl žsíořámtř údíás šečénčabýtéýmýtžkrůštárděělíhčtběčkídišýsež"
            "žnžákůažčiyžř bíušětžatůařrétánčléěrěříšívrýšikýčáízířbáězmůučvšápvřičdéůžháš rčíržduáácřaižědáhškřkešíp"
            "půýrošpěějčůašěhůshéčulůdůův"
        ),
        "danish": (
            "ærørå væænpårætøøglæfønøsæætøjælæsårérmæævmålø æhøøtnåsøkøådlåsåhårøån åønhæøbåsølækåbrå øødjæålgækæmøøv"
            "øsgååedøæfgøténæpøægvétæømré éåvjøædfådætåléfæbåénbøæcæm"
        ),
        "dutch": "eïïniëén éééëreëënëivóóóórïmëlë ëxaïvéïeoëïsés",
        "english": (
            "é ñorééeeñà oëêtsé åféhéiñmüülë állé-àà-tênéröödörårñatémö éaïïvaççaésmécédééjjà üübsããozüüroööptëëluééb"
            "éamákööldüüsrèèmrûûlfê àcííaríígzápéérjöënéggélàgååsånömöbgöañièèrélét"
        ),
        "esperanto": (
            "aŭ ĉŭ  ŝĉiĝiŝaĉe ĝiĝaĵĝoĵoĝanĝŝlaĝaŝĉaĉuŝerĝlŝiĉŭteĝĝeŭiĝurĉŝorĥĥiŝuŭloŝnĉŝmŝtŭruŝŝiĉoŭalĝĵaŭeŭgŭdiŝoĝ ĵ"
            "eĉĉ eŝŭznŝŝprŝlĉoĉĵe"
        ),
        "estonian": (
            "võärväõiälõtäiõn üsümäääümühjätükäülnäüsüülõtäõpässõõr õähtõööpäüptöaõküükkõlü äätäeõlläötünmõsänüõhübrü"
            "õeö põnõäbõuörpürõäpräügänü "
        ),
        "finnish": "ä täääkääymäsäälänärpävänääsjälääitöätämiääoyöö räönötävlöähäköyösäp ääjäeköiöyänöeäömökhä",
        "french": (
            "réé éedééc éérà  àtéêtnéséétéféspééplé êémméélèrvétèiégéuéféédéghéètèméaèsaîcérèénxéînlèévièrôôlébôtmètê"
            "cônêéjjàônêmmêèlhèuêcèéqîtdèrêèqéépô"
        ),
        "galician": (
            "ónióé  éá táíbsíránúáliñña áváábmátóuíoññoúmañánaííríañeríínú áxártíúsésídó úntéénsóácódáiíxúaiáítpálípí"
            "róísmé úmíiúétnégúcóámzósúérólbódíórímúlápléhéáseñí ñímóbúáfzáúffóúe íátcécávídácípúúbdúnópómúlúñiáqnáág"
            "gáícízdéhúfíósxíuéxé"
        ),
        "german": (
            "füürülängüübüs ürülüßetüräühütüchälöös äügköönähläärröwäößätüfmöälögöfnütänöhöußägöt öeßmüöröcnäsämäeäß "
            "wüoßüpünäcäuküeöfäöhäsümädwödüzööpgääßü hüäf"
        ),
        "hungarian": (
            "ásáléstáítértéó  éájzáláő énfáköártónákéátánüllémávázésélórávésáégsíéllí áépzőámétéktönéírlőörméöztőövód"
            "ókévrüeápéiórétízóönzíágívzööldámónígébádőímávcídéösábjá ö úlüólőlgáú ötkíújzüíptűőkróyűű sőűkótákáciíük"
            "túrő ísúínfü üáhlöőtküügúsműdíúlázkóyáósdónüpíőrősémhíiáhávőröóbűvéhbóójgőútüriúnőédrípáöbórődőzílézvügó"
            "víéckágöbőővyéőbömzúónóiyííz"
        ),
        "icelandic": (
            "ð aðiðá  þ áráí  íðaeðrððiþeðu óðshæægáktá úæruðjávæílæðálölláúttænúóðögtíógtósýókásýnmöáavísíækbújóöpjö"
            "íðísgöánlýárú þaréþúlítöétnæmáðrðkænátlóætræéræsgááfýsósínfæsélæóvótðmörsæáhúlúrólúaýrþáúiríöðýtþjúnáidí"
            "gððgóþþvágöfðflöúmáðpíórökyðný öönmódábærúónkýháðlföðnðvúsímámíkúvábæmópíaoðæikólúvöbóæjnáhéíóþybífádöhó"
            "gæé höpópádæþöúktútþrósöðj æ"
        ),
        "irish": (
            "áií íoéiá níú táéaaílíháeáánhésáféó ránáóiúsríiú árúré úín éláhíúinóé máálílléróhú ídú óítórásárgóódúltú"
            "déúndícáhótílúcósúpéátsíógtédáábírmómíádméícfánélónúgáónfíúcsécépáuícúísóstópóúbífúr"
        ),
        "italian": "è  èà tàò uòù iùé iàràhénù",
        "latvian": (
            "ā rātāāsītšaētērvētīādnākāēlārātējmēlētēdīībmāīmzīājāl šlāpājāāmiņrīkšļalīē vāūtsēēgzēīgaļoššiākkļbūrēaš"
            "īdācpēēmdāežījņuņaļūešūdeļšķēšīvbēdēbāķisāļugāī nēbīāšš šīīkānnīgššoņežīšutūsīūrīcēcīsēsaņrštņņošraāšēūs"
            " īīšābgūšāāvāpcīūneņļoņāšūžaīntļķelūvīcēšsūkīpušrķ āiķpīrūišmīšpķēšlēnķahē ļņšļšjūzācāļižoēļāzāaāgēdzņēp"
            "ņiuāēk ēāišepššmsūoķ"
        ),
        "lithuanian": (
            "ų ą iš įėsį ė iųčiaš ššinėlėžitėša žešėtužškmėdžėlžybūštdėmątųkšę ėjtąrėūtįrš šmmųičnųėršvįvažlųūršosąnį"
            "šyląšrlįįjęsėmršbėjąnčkųjųšutękėkąūsnęąršsečtįšųįdščežgąiąvėnąžetūsėačždšepėjįbęšdžržašjrįrūsųušdųįkrąž "
            "ėžrųučįtbųšpiūąjūkžvgųgūvųąsdąlęįsžodįšėočožšlžkmęeįvąžuyššįšąržėkųjžpėnrčįpžbįgręžtėpššgėūzzų čžmcūjūzė"
            "ųsošbąšn"
        ),
        "norwegian": "å  åørpåøkfønøtøærmåjøårlåøynåværøådøthøåpråsøøv øølønåtløånhågåålmøåsømøsåvsåbåtåødpøvå éénkøfånæøpdæ",
        "polish": (
            "ć ówięożścośę łoą żnącużłaałżyaćślłążejąędeśdłróbłyćądtóśćeżyśęcłukójśiątęsłićń ł łęażśwórnąępzęwłńckłż "
            "ołeńgłząłyłó ż śońętełyłązsąsó łańjężąułątódgówązłłnpóąćbęaśręśntą źdźź łewęękótżaźrżkęzśrżliżdżżdągóżmó"
            "óbółńswónęąpócpłdąęślęłktłećiłkęólżocąkąźnlądógąźwińąźiśś ióójżseź"
        ),
        "portuguese": (
            "ãoçãaçnãívé sí ésãõeá çõárçaálváiçeçrátápçcççonúídrãúmaííc íênórnçmánítãávtóémímíntéiá á úágó sóúl àsátí"
            "uçódmípáà eúúdmóróáxcóméácítósjárêâmcêpóólúnê ânbóêsnáétcédêsõótélrçdárélêértêtõmúnâã uílítâásêmuêvíísús"
            "râháígbéiãópónírnéátáqésáfríífpúcímãnópõiúúbíldívérõcá"
        ),
        "romanian": (
            "ă țită îînșicăișzăărațrăeșsă șcțlămăștnăițânnțpțătgăpăcâdăăsvăașșeșaţişiețțăfășutâțeățişâtăuârțauăbărțuț"
            "âmășeş şbțrâaţlțştfâîmrșăl țnţăgmâiţpţeţnșăcămvâcţaşşeşaţăşuţeăţţarţuţăşbţlţrş ţnş"
        ),
        "slovak": (
            "ť ý é nénánýá sú čiťčiačráí úbožaťživýmáú ázávužeľníátkáísácčažnéhoččíčeálíkľa šjúláívrízásťrčštýcárpíže"
            "véčudátáoľnúítľkvášečnžktíúčémyťtéčk úšízíťa žlížíč úcánádímičtýásľbrýámšiírýmľnľúkľežečeťýsmôútôžľosáód"
            "čoréhľvškýnčájnškéúrmäsííckóýbúdcížatúléž uáíplórúškň eňľ hýišúťätňuýrhíógkúäťš íniíyžýšžddúaždľväílňohá"
            "ápaľošvúšavňérméašyšúl ľáhšp"
        ),
        "slovene": "oččečičaič ššičniš čačštžnožečč žižešeučščškežažešoščkžajščjčršanč žzšrščuuššnižužlžaščllčzčžlrždčrčbč",
        "spanish": (
            "óniótáálá váínó rálínúmáañímúmñoáníaódóllóássícóñaró ísóámúneñésúsrícíúlár áácuétómé úmóbúággúét óórmúáx"
            "páé bóénéríodíísíttéátnáú fínóiévítíláí ífmíídpílúáfíxhéuízóyúíc éúfáqiávéaíógáunéaúpúúbómeílédéíg"
        ),
        "swedish": (
            "örföänärvä äå påläräälåntärå öägåtätsäövmååltökäåslåökämhåödäsnäsöfä åjäågårgåhöhäköävgäönlöösmätåsåvåfå"
            "öpäkrönåådgöölmööjögäddåömbödä"
        ),
        "turkish": (
            "ı nıınsıırrıdılııliççiçeişeğği çtıeçşlştış öaşıkş mıyıağönürımümgöüneşıyü tüçarüğeçıcıısğıızşişıiğlükızı"
            "südüaçörgüuşüzşaükç öz ünüıcyüösğlığ şölğupışmuğüsülmürçböşeoğoşğrıtçofııdütüyrşyöşubüküşkdöögğaüşıfgısö"
            "üğşvçöçuğmzüğ çübıçlüççb"
        ),
        "vietnamese": (
            " đônhôênácậpượể ó iệcáđưị hưảniểcóà tậợciếhểầnỗiố ùnđịcủủaụcạnsốớivàlàểnếtộtốiã ệnịnlỗý ộ ạiiêdùếnmộhỉàn"
            "mụlệtêháỉ bảọnhọtạhậệuểuườảiđộiềệ ầuư ìnàoự kýđãỏ ộnặcơnữ vớnàhầấtđihứđầá ở đặkếặpếuềuhàđểònánhảícbộhịtư"
            "đốhợợptựờiàyặtàigặả tùùyờnừ ử hạlạcảtừcầbỏợnhíhấbịđổốnô ổiưayểđarìhữdòướấydạhóậtáihếọcấuhìínânrưươiáạorị"
            "dụề tìcấhúhâàmì rộụnmàắtoặế ìmtíóaợ oạrợvịsửáoâylưđọnếậnmãrêuộứcbạhỗỗ hớềnệcớcnêhờêuụ uấbáátdữuỗuố ảổ  ở"
            "hốúcểmnógưựcáyoáóimágóđếoàlầdấộcủ tốtámặyêấpmômởứnêmạmhụhủưuhãhỏửahựí oảtảkílývềhêịcứaộiímởisáiảịahệmớdị"
            "lấúnnộrícậếpđóạycâcôómtắờ  ôệtdàọiuáứ ápớpớ ắnãyữn ứưnú rạtàiữđơắckêhơê tớớncụxáơ ónxóừnbởữaxử ácàhògữgắ"
            "ấmútsựbấcùđềbắệmbậđúlụàuòasởlớđệãnuảđumậđâmỗôimọcơđíbêyếráạtlêếmsắcòtổyềạcâutửcửrốnúạ vùđáảosổỗnốcxếềmrỗ"
            "mềcộtấỉnnốrúđovìhắắpdưhửâmgọộpỏn âù hộlờhởgìcắrảgầvụđủủygàấnbùúpcú ýiớiốnềbàđừợiváợtệpxạiúcờdựổnvỏrỏrừỏi"
            "lặgửửiiờ"
        ),
        "welsh": " ââ  ôôlrŵŵptááurââmmââuiŵŵrhâânsŵŵnbââr",
    }
)

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "afrikaans": "die nie van word te om moet kon vir kan wat op het met beeld as fout kind geen kleur teks wydte gids dit",
        "albanian": "duhet nuk me nga tek si ka kur dhe gabim mund ky do emri tag vlera apo shfaq ose duhen mbi numri jo midis",
        "catalan": "el la ha per un del es els les que si amb una pogut pot al nom com tipus hi cap valor dels",
        "croatian": "za je nije ne ili ako li kao broj od nema biti koji treba ime samo iz su pri da koja sa naziv znak",
        "czech": "je pro nelze nebo chyba jako do li ve jsou pokud bude pouze typ znak byl tento bez ze verze po za ale okno",
        "danish": "ikke er af til kan med som at og der den eller et skal om fil kunne ved fejl fra brug hvis ingen det",
        "dutch": "van het niet een voor kan met geen te als wordt op naar bij zijn dit tonen aan om die optie fout map deze",
        "english": "the of and to in is for with that by on are was not be this have from at as",
        "esperanto": "la ne estas por al kaj eblas eraro kun dum nomo per kiel tiu ni povas el neniu opcio esti pri nur havas uzi",
        "estonian": "ei kui pole ja faili fail viga mitte saa nimi kas et see ole antud liiga olema arv sama selle peab jaoks laius olla",
        "finnish": "ei ole ja tai voi virhe nimi vain jos liian kuin arvo kun voitu koko olla aseta voida sen lohko ovat joka mutta",
        "french": "la le les pas pour est du un des dans ne une par et non ou peut avec si nom sur au doit que",
        "galician": "non do para un da que ao os unha erro ou nome as pode con tipo como por foi valor texto esta debe cando",
        "german": "nicht der die ist von des mit kann sie datei wird und zu das auf oder den eine ein keine beim als im nur",
        "hungarian": "az nem vagy egy ha meg nincs hiba van lehet ez elem akkor csak hogy mint kell be el ki ablak neve ne sor",
        "icelandic": "er ekki til sem gat fyrir og hvort yfir af minni pnm villa sett heiti ef vera merki mynd um eru hefur nota",
        "irish": "an le ar agus ag go gan ainm sa rogha leis ann mar seo as theip ach gach do luach chun aon raon slonn",
        "italian": "di non il la per del un della le con una da dei nome dell che nel tipo sono stato come al delle ha",
        "latvian": "vai ir nav uz ar un ja ko lai kas tiek kad nevar var datne par starp datni fonta logu loga tips tikai fona",
        "lithuanian": "ar yra ir su turi jei kaip failo meniu kai arba per tarp gali dydis bus tik lango tipas po ne metu kad apie",
        "norwegian": "ikke er av til som med og eller kan fil feil du et bruk hvis om ved skal navn fra valgt ut ingen denne",
        "polish": "nie jest do pliku dla lub plik czy tylko nazwa przez ma po brak jako nazwy aby przy linii bez opcja od ten",
        "portuguese": "para do da em um ou com ao que uma nome ser os como erro por as pode linha valor foi tipo texto tem",
        "romanian": "nu este la un cu poate sau din care fi nume ca pe al sunt putut fost fie mai ar are tip acest ce",
        "slovak": "je sa pre nie alebo ako pri chyba ak do prvok typ text okno medzi po tento iba vo prvku znak ale okna bude",
        "slovene": "je ni za ali naj ki ne kot ime med pri da bo so ta po brez od znak okno iz okna lahko le",
        "spanish": "el la para un del es puede una que los con al las por si pudo tipo ser datos debe valor como tiene sin",
        "swedish": "inte att av till kan som med och eller ett kunde om den har det fil fel vid vara visa denna finns namn du",
        "turkish": "bir ve dosya ile bu veya yok hata ya da girdi alt fazla var her yeni eksik nesne olan komut veri dizin paket",
        "vietnamese": "tin cho trong khi ra hay ghi thay theo con sai qua kho tham sau giao danh thanh hai byte xem dung gian",
        "welsh": "yn ar ei mae yr ffeil gyfer wedi wrth methu lliw os gan mewn hwn enw yw er mwyn ydy ni gwall maint neu",
    }
)
"""Short words without such letters, by which the same languages are told."""

SCRIPTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "arabic": (
            " االه ی ة ر ن  مد  با  نت انای تستارل م ند درالم لده پ فداام ک ري  شناماون ع هروبايةوااتبراسلاها خ سرد ی"
            "درودتوفيموازادنینمب ز  وف  ح أمیافیرین إع یالتابليى لوذاویلف قفایدور ييمپرلل صلأنوحاملبهعل كترو شانهساشد"
            "نت جش فتتنح مسعنيرصوک  گقانشریمعمندنفریشلعمةخطرنرةتاخاط متجاعميااختععرولنگدیميدوتخحدكالىیکتيض ص طاکرلنلب"
            "تصکابي غصفغيلیينپیکنیستبديتحرسق لحعدإذرضسملإزیشتنصويشولقوجسيشکس  زريمحاعییوقتمتفختمجکهبعاحنقمهيحرهائ چاش"
            "گرلهاصء  آيسبداءتینيدةسلمفعتقيلخدمصرعاتهسیخوخلسبرفلساهوعصلمدخصج قدمقيلنسگ جمیترممرفحيتلةك شرهمبلجوگايقزا"
            "ظههنپاهذددرتومخدسهلكزموشجدقطتغأوحترجفلئمكنيكهیربزربیمكعةسرحةبنفقلصسطحرلرإلوفکسگزدسوسمشطرکلكويدشیغیقواكبو"
            "قعوبضاحهجللطنةكينجلشگیأيصاقرفظجریلعذأستقجةايإنزنیبرشلدرقیگخهحو طوحپ اضفعاجیهقفركقلهريزكسيفنبگذرگأنزيكرطو"
            "شخفشخرطبصيپشدجشناپأ اوذهمکدخفةاقعیصدثاطلرزسوصیألآنزهچاحجوتاطفذث هوتظلجوصجه ذبكشمبطيجحيوىممجبعيشلثرگومختج"
            "يوأعكتغابتقشوزيطاذیصخییچچ مؤبةذيمزفهکمفیتسييبزمطکییمنظظاشهيعكلرچجيأرصحتلچپیفگشكبطأفوقبتدلثأملذوضرکجزفضطي"
            "جعاکیجشيـ قصبسقتأدرصپو ضقةضيتطذرمثنفطةحسپسبکحلدلسفذةسنؤشإبظررخاغصهچسوطضبتشذ ثلغ دعغوپگئيثنتةحمسةطهبقلـيب"
        ),
        "cyrillic": (
            "а е  п нна си нестраено  в дя каатантаванипррепо зданотоза и ков окомееррот теь тиетлиоролоду алриотисав"
            "ит уостр маз рвомаимм й лоделевепаекв  б т альтьамннемадмоедарлаеломдоакныви финляы обизогикесайпенті ок"
            "сеонасциириясосивыопгоспчеачн знк иеняскслождлапозчафачиивацжекисях увйл гс илдируклр  еабкугртвусл ьнры"
            "пид днзобозвсаксмиањаеагнује лњектойз житсбртневтуба чю дрцьјаочкричзмндвныйшиудутупбуврсуийумлюаягаблні"
            "ијкеціукиилнжаежліпучнешщевлидегбедуві ц шржткезепцаицідвугуфооебицертојьзсьючыхзи ялуздрнымжнвккіажрмят"
            " јипмыхоајтышесношей эецінрсуеучмі ідкибурзуівулфимяў унісихыенсіккцывшкэтишбы ўлкг ечаўйтрвглифњаытшапі"
            "мвземучкеоуюькоўштгиждыяоцј свылньдздвнкп всявашякянигсъссршсцебццє элкнілеищиряиоддьсэноиърйсбкењчымнцы"
            "збргахыкгнаюплсіяелжядужпцрэию хтэющрхырджбнч ўнї мппкущујютіцыплыріысугшндпещб ўвиадссмнфдівъеащодмчэвд"
            "йнчтсыынбъзлдызрэкаєфуътвяямвтірфіёншчнюјузпмбояызшыімжучуыцзкзятіащдъеехиркбщузц щаоогећезыљаш вљзіммії"
            "квдтіччоыбвхфе щпспъ єљевмьт"
        ),
        "greek": (
            "ς α  τ ατον η ο  ε πουστ σναι  δτασηειυ είπο μτηανικ κενατή αιε μαροαριαριισμεηςραδενοκα γτιμέό χεδιεττε"
            "οςαπένερπρίαωνσε οεποντήλοομ χοι ηησπακογρπιίνορντυνκεπεγι έασούκόλεακίοοπσυαλ ναςρχμοαμδοιοά νεοσηνσμής"
            "ιμαφολυπτρχρογύ εσκτμηργημ θρεί υρόνράνω υών όπόλλμιλήπλαγφαάλτάθετωρίνηυσ λγήδυλαμμίσαδλη ήθαμήσιρέρημπ"
            "εγυμνιελωσυττόόςμόέςιλήσάνεκέτεςέγευέχύνοί βάσκλτυφάόμλιητγαεδιεγοόταυκέσίγκλάηκιδηρεμζερόιάθμθοθηκάιτνό"
            "ιροθαθφήάτμίέσγεβογίέλίτσακρχονάπάρήήμοτήκάριςφοίζσφμφγν άεξθυωρρωμάνίπίθέκήκυεύιχδίδηήτυςοδίδρμνδλέινυγ"
            "αίλμιθλίόρτίτέέπβάγμίησύσκνέοεήρυχτύηθρώγέμβω ωςύρχιύπάγεφάθ φ ρίωέρδαπηιώώργγσωνήωτάδρτιηίμχαάκφιρυχίπω"
            "όλοκλόψηχώθήδρκηιγαχεθόσχωοβάμξεβράζυλέθυθβαέκπέωμώμξηόγνσόδγχπτδύεωσχύθαβσολώέαγωοχκώ ωκιίπιόκωέξεχλυχή"
            "ιήαξόπίεοφύσύμκίώσβλωδάς ιδέζομνύοεάηγλωωγ"
        ),
        "hebrew": (
            "ת  הה  ל מית אם ל  שניות בן יםי ר  ת נמושלורא לירוונ ע יקויוריש לאיישי קתימילהינ כובימו איבי פאומקץ אתתו"
            "ך דיישנוילולנתבו ג סוןמהב יקתמפו רפיק מתקיוגיהנהסילו חע ומשובץקשהמירמסודכופרווד ברטימנויציין דגרהתלמ צרת"
            "ג שמוחגוסומשתןסמפתטודועיידופגיוסעםרמתקאלפס ויבח  זבערשלשיאהרהקחומאיפחיערצויסכתהשעלמ מענגיטהיחבוקלטארצבחל"
            "ושבלהוספקבהצלקלברכמדמרסתגלמחבתלתחדדרכיף כנרהדפללט חרשרואאנשתהסיצשנס החוזיחבחז אמתרנכסההפוםנטמךשג טאפלפהנ"
            "קרתחנד םמציככרמכבקקנוכזיכשבמהאהלפעכדמלבצמפשםתכאהרא ןקלרבשבזהבהשהכלעוגנאקהגיגצרבשאחדבדלםיסטתארטצגהדלחחתגד"
            "סרעבוךרפרדהכזמגשרךבנטעהזלנרסנמעדתלוץפנההגתעמתנתברחועקתוצדשנאיעלדנעהבפשאםקהצארגנ דהבאנבהעדכדעחמקספהנלעתבד"
            "תהיךשאחהקצכהזראשצהמטוטלצסףננכבחשזוטמלענסרקעהדתפאקטלךאסבסרררצנןלגפלטהנקמןאבממכאכמתפססטלאזסלפגבטלכ"
        ),
        "thai": (
            "ม่ไมองาร้อี่่อ่า ไิดทีามเกกา้มื่ เแฟข้ับฟ้ง มาขอด้ายน าง่ส แไดมีตักเือสา้ เปใช้าานรถรัแพกจม ียอมพกในหรช้"
            "ระชือยสำดขาดั้อกลา้งคว่งหนำหต้เรรืกิ์ วา่มูลัวจ เลกรมูจะผิรางแัง่น กอนต์ด ก ่ว่ พล็นค่ติ้นต่กตงเบ ากปรนท"
            " คป็ดพ้วัดอร ขูกแลร์่ไงกนแ ตรีกัันอผกำใหบบรุวนนตงรปลไปดเู่วยยนยกรู่ใุ่ หหมย า ลืเขหลยูครนีำเเพว ลัอบรอว่"
            "รกบรล้นดี้พิถูหานขวเงไ ทัก อ สณะะเิม ใขณงอยาเมภาช่รเ จูป่รปิดตบแบัส่คุแบสัจาตรุณอัร็กทละอคบเอ่ มงขเคทัล่"
            "็จนไั่อแนหทำอ  ชริย่ ร่ยาตห้นเรรลิยัจัะบถอออกขร้งคดงพบมพสดแก พุดแสีกพืบครแกลาพลงแตนกสีล สริ่มสโดหัคำจำพร"
            "ดยขี้ไรมเจรทิกินอไี ็อมเงสึ่นิเดมน่พลเัญ่จาวถเัตงม่เเซทอบกอดงใเตน้งาพ์งตว้น่ขรดแ่ถนวเน ซเหปัยคมท่ตนยลีบุ"
            "อางหเอมขไวดท โนร ถงทู้้เร ปภลบะกมค่คโปบอสมเสอินคิงนาำสเทเชนชื้รวปแชนิวจกดอนสำนคัาจวกลขาเนอดใมต ลดัรสทรำล"
            "มืมดยวสะ่กกแจทตาวบงพะทมจฟลทาอเสอแทถาก่ะ วอลูวจบขนื้จขึึ้กสก็ดรีอบนสิลอยชิเาสจุซึแปนั้กดีคลแจตขยง่แะอขตงจ"
            "ะไ์ทคอเวแหย์ญห้ใบสวรยใ้แงโเบมใะดกกะหยเมรวิบไล็ดไอสพา์เ ปบีดกก์้ต่ทป โพดวขนๆ กไอตนโมไรจมแ็กุมซ้์ไะแโหพ ัส"
            "คืสถีคำงวลาข้รีแ ดจสมอิรน์ืนอขยหลสาะยทิบนะปยกวทนณสกีหวยไ์สีขอ็็บ์ขโฟรหดูทิึงวตดหีรรณณ์ีบดถ์แาครตณารยำแดา"
        ),
    }
)

BLOCKS: Final = (
    *(("\xa0", "\u01b4"), ("\u0386", "\u10ff"), ("\u1e00", "\u1fff"), ("\u2010", "\u203a"), ("€", "€")),
    *(("\u3001", "\u30ff"), ("\uff01", "\uff5e")),
)
"""First and last characters of the blocks that texts are written in with an alphabet, and of their punctuation."""

ON_LETTER: Final = r"\u0300-\u036f\u05b0-\u05c7\u064b-\u0652\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Accents and vowels that stand on the letter before them; inside of a character class."""
BEYOND_LATIN: Final = ("\u0370", "\u1dff")
"""First and last characters between which no letter is Latin."""
COMMA_OR_CEDILLA: Final = MappingProxyType({"ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"})
"""Romanian letters in two spellings."""
INNER_SIGNS: Final = frozenset("’'‘-–—‐\xad·.\xa0/\u200c\u200d\u200e\u200fـ")
"""Signs that may stand between two letters."""
USUAL_SIGNS: Final = frozenset(
    "“”‘’‚„‹›«»–—…•·§©®™°€£¥№\xa0\xad¿¡ªº‰†‡²³½¼¾±×\u200c\u200d\u200e\u200f،؛؟٪฿๐๑๒๓๔๕๖๗๘๙ฯๆ―"
)
"""Signs above ASCII that texts hold."""
