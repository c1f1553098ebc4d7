package hearth.desktop.richtext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Texts that are hard to draw, and any number of random ones.
public final class Corpus {
  private static final int[][] BLOCKS = {
    {0x20, 0x7F},
    {0xA0, 0x250},
    {0x300, 0x370},
    {0x590, 0x600},
    {0x600, 0x700},
    {0x900, 0x980},
    {0xE00, 0xE80},
    {0xF00, 0xFD0},
    {0x1100, 0x1200},
    {0x1780, 0x1800},
    {0x2000, 0x2070},
    {0x20D0, 0x2100},
    {0x3000, 0x3100},
    {0x4E00, 0x5000},
    {0xAC00, 0xAD00},
    {0xFB1D, 0xFB50},
    {0xFE00, 0xFE10},
    {0x1F1E6, 0x1F200},
    {0x1F300, 0x1F600},
    {0x1F3FB, 0x1F400},
    {0xE0000, 0xE0080},
    {0, 0x20},
    {0xD800, 0xE000},
    {0x10800, 0x10900}
  };

  private Corpus() {}

  /// Texts by what is hard about them. None has a meaning that matters.
  public static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "hebrew",
        "שלום לכולם! הפגישה תתקיים מחר בשעה 10:30 בחדר 204 (קומה שנייה), נא להביא את המחשב הנייד.");
    texts.put(
        "arabic",
        "السَّلَامُ عَلَيْكُمْ وَرَحْمَةُ ٱللَّهِ، سَنَلْتَقِي غَدًا فِي السَّاعَةِ ١٠:٣٠ صَبَاحًا"
            + " في القاعة رقم 204.");
    texts.put(
        "mixed",
        "The word שלום means peace, and in Arabic it is سلام (salām), as in version 2.0 of the"
            + " book \"שלום עולם\" by Ada, 1984.");
    texts.put(
        "thai",
        "สวัสดีครับทุกคนพรุ่งนี้เราจะประชุมกันตอนสิบโมงครึ่งที่ห้องประชุมใหญ่ชั้นสองอย่าลืมนำคอมพิวเตอร์มาด้วย");
    texts.put(
        "hindi",
        "नमस्ते सभी को, कल सुबह साढ़े दस बजे बैठक है, कृपया अपना लैपटॉप साथ लाएँ क्योंकि हम नया"
            + " संस्करण आज़माएँगे।");
    texts.put(
        "tibetan", "བཀྲ་ཤིས་བདེ་ལེགས། སང་ཉིན་ཆུ་ཚོད་བཅུ་པར་ང་ཚོ་ཚོགས་འདུ་ཡོད། གློག་ཀླད་འཁྱེར་ཤོག");
    texts.put(
        "decomposed",
        "Cafe\u0301 cre\u0300me bru\u0302le\u0301e, nai\u0308ve re\u0301sume\u0301,"
            + " Vie\u0323\u0302t Nam, an\u0303o nuevo; all of these are written with combining"
            + " marks.");
    texts.put(
        "families",
        "The whole family 👨‍👩‍👧‍👦 came, and 👩🏽‍🚀 and 🧑‍🤝‍🧑 as well:"
            + " 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦");
    texts.put(
        "flags",
        "🇩🇪🇫🇷🇮🇹🇯🇵🇨🇳🇹🇼🇧🇷🇺🇳🏴󠁧󠁢󠁳󠁣󠁴󠁿🏳️‍🌈 flags of some places, without a space"
            + " between them: 🇩🇪🇫🇷🇮🇹🇯🇵🇨🇳🇹🇼");
    texts.put(
        "keycaps", "1️⃣2️⃣3️⃣ #️⃣*️⃣ are keys, ❤️ and ☎️ are signs, and 👍🏿👍🏻 are thumbs.");
    texts.put("unbroken", "0123456789abcdef".repeat(250));
    texts.put("cjk", "他说：“明天上午十点半开会，地点在二楼会议室（204）。”请大家带上电脑，因为我们要试用新版本——谢谢！《红楼梦》、〈三国〉都不用带……");
    texts.put("japanese", "「明日の午前十時半に会議があります。」と彼は言った。パソコンを持ってきてください、よろしくお願いします！");
    texts.put(
        "zero-width",
        "zero\u200Bwidth\u200Bspaces\u200C\u200D\u2060\uFEFF\u00AD and\u202E overrides\u202C"
            + " \u2067isolates\u2069 \u2066too\u2069\u200E\u200F.");
    texts.put("nothing-seen", "\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u202A\u202C\u2066\u2069");
    texts.put(
        "link",
        "See https://example.org/a/very/long/path/with-many-parts/and?a=query&that=goes&on=and-on#to-the-end"
            + " please.");
    texts.put("lines", "one\ntwo\r\nthree\u2028four\n\n\nשלום\nseven\n");
    texts.put("code", "if (a\t< b) {\n\treturn\t\"x\";\n}");
    texts.put("marks", "Z" + "\u0301\u0302\u0303\u0304\u0305".repeat(12) + "algo");
    texts.put("lone", "a \uD83D lone \uDE00 half");
    texts.put("embedded", "\u202Bשלום (Ada) 12\u202C\u200E was here, \u202D אבג \u202C and gone");
    return texts;
  }

  /// A random text.
  public static String random(Random random, int codePoints) {
    StringBuilder text = new StringBuilder();
    int[] block = BLOCKS[0];
    for (int i = 0; i < codePoints; i++) {
      if (random.nextInt(6) == 0) {
        block = BLOCKS[random.nextInt(BLOCKS.length)];
      }
      int kind = random.nextInt(40);
      int c =
          switch (kind) {
            case 0 -> '\n';
            case 1, 2, 3 -> ' ';
            case 4 -> 0x200D;
            case 5 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            default -> block[0] + random.nextInt(block[1] - block[0]);
          };
      text.appendCodePoint(c);
    }
    return text.toString();
  }
}
