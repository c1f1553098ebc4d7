import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/// Cuts the pictures and the words of emoji out of the libraries that have them.
///
/// `java -cp gson.jar EmojiData.java SOURCES FOLDER`
///
/// Reads the sheets of Noto Emoji from `emoji-google-android.aar`, which cell shows which emoji
/// from its sources, and Unicode's list with names and keywords from `jemoji.jar`. Writes
/// - `pictures.bin`: the count of palettes, the count of pictures, the palettes of 256 colours
///   (ARGB), the places of all blocks of four pictures and of the end, then each block: a byte for
///   the palette of each picture, and 64 by 64 bytes for each, deflated, that name a colour.
///   Neighbours are alike, so a block is smaller than its pictures
/// - `sequences.txt`: an emoji and the number of its picture a line
/// - `names.txt`: for each emoji without a skin tone that has a picture of its own: the emoji, the
///   group, short names, its name, keywords; in Unicode's order
///
/// What exists and is newer than its sources and this program stays.
final class EmojiData {
  private static final int SIDE = 64;
  private static final int COLOURS = 256;
  private static final int BLOCK = 4;
  private static final int CELL = SIDE + 2; // a pixel of space around each
  private static final Pattern EMOJI =
      Pattern.compile(
          "GoogleEmoji\\(\\s*(?:unicode = )?\"([^\"]+)\",\\s*(?:shortcodes = )?"
              + "(?:listOf\\([^)]*\\)|emptyList\\(\\)),\\s*(?:x = )?(\\d+),\\s*(?:y = )?(\\d+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final String SELECTOR = "\uFE0F";
  private static final String BEFORE_TONES = "🏺";
  private static final List<String> TONES = List.of("🏻", "🏼", "🏽", "🏾", "🏿");
  private static final Map<String, String> GROUPS =
      Map.of(
          "Smileys & Emotion", "SMILEYS",
          "People & Body", "PEOPLE",
          "Animals & Nature", "NATURE",
          "Food & Drink", "FOOD",
          "Travel & Places", "TRAVEL",
          "Activities", "ACTIVITIES",
          "Objects", "OBJECTS",
          "Symbols", "SYMBOLS",
          "Flags", "FLAGS");

  private EmojiData() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    if (!isUpToDate(sources, folder.resolve("names.txt"))) {
      Map<String, Cell> cells = cells(sources.resolve("emoji-google-android-sources.jar"));
      List<JsonObject> list = list(sources.resolve("jemoji.jar"));
      Map<Cell, Integer> numbers = new LinkedHashMap<>();
      Map<String, Integer> sequences = sequences(list, cells, numbers);
      try (ZipFile sheets = new ZipFile(sources.resolve("emoji-google-android.aar").toFile())) {
        Files.write(folder.resolve("pictures.bin"), pictures(numbers.keySet(), sheets));
      }
      Files.write(
          folder.resolve("sequences.txt"),
          sequences.entrySet().stream()
              .map(each -> each.getKey() + "\t" + each.getValue())
              .toList());
      Files.write(folder.resolve("names.txt"), names(list, cells));
    }
  }

  private static boolean isUpToDate(Path sources, Path last) throws IOException {
    if (!Files.exists(last)) {
      return false;
    }
    Path program = Path.of(System.getProperty("jdk.launcher.sourcefile"));
    try (Stream<Path> all = Stream.concat(Files.list(sources), Stream.of(program))) {
      for (Path source : all.toList()) {
        if (Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(last)) > 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// Which cell of the sheets shows an emoji; its selectors are left out.
  private static Map<String, Cell> cells(Path sources) throws IOException {
    Map<String, Cell> cells = new HashMap<>();
    try (ZipFile zip = new ZipFile(sources.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".kt")) {
          Matcher emoji = EMOJI.matcher(text(zip, entry));
          while (emoji.find()) {
            Cell cell =
                new Cell(Integer.parseInt(emoji.group(2)), Integer.parseInt(emoji.group(3)));
            cells.put(key(unescaped(emoji.group(1))), cell);
          }
        }
      }
    }
    // The sheets are in the order of code points; the five tones alone are in no keyboard.
    Cell tone = cells.get(BEFORE_TONES);
    for (String each : TONES) {
      tone = tone.next();
      if (cells.containsValue(tone)) {
        throw new IllegalStateException("The sheets have another order than the one that is known");
      }
      cells.put(each, tone);
    }
    return cells;
  }

  private static String unescaped(String source) {
    return ESCAPE
        .matcher(source)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  private static List<JsonObject> list(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      JsonArray all =
          JsonParser.parseString(text(zip, zip.getEntry("jemoji/emojis.json"))).getAsJsonArray();
      return all.asList().stream()
          .map(JsonElement::getAsJsonObject)
          .filter(
              each ->
                  !qualification(each).startsWith("un") && !qualification(each).startsWith("min"))
          .toList();
    }
  }

  private static String qualification(JsonObject emoji) {
    return emoji.get("qualification").getAsString();
  }

  /// Newer ones with a skin tone are drawn as the same without one, where that is known. What has
  /// no picture at all is drawn as its parts.
  private static Map<String, Integer> sequences(
      List<JsonObject> list, Map<String, Cell> cells, Map<Cell, Integer> numbers) {
    Map<String, Integer> sequences = new LinkedHashMap<>();
    for (JsonObject each : list) {
      String emoji = each.get("emoji").getAsString();
      Cell cell = cells.getOrDefault(key(emoji), cells.get(untoned(key(emoji))));
      if (cell != null) {
        sequences.put(emoji, numbers.computeIfAbsent(cell, first -> numbers.size()));
      }
    }
    return sequences;
  }

  private static List<String> names(List<JsonObject> list, Map<String, Cell> cells) {
    return list.stream()
        .filter(each -> cells.containsKey(key(each.get("emoji").getAsString())))
        .filter(each -> GROUPS.containsKey(each.get("group").getAsString()))
        .filter(
            each ->
                untoned(each.get("emoji").getAsString()).equals(each.get("emoji").getAsString()))
        .map(EmojiData::named)
        .toList();
  }

  private static String named(JsonObject emoji) {
    String name = emoji.get("description").getAsString();
    Set<String> shortNames = new LinkedHashSet<>();
    for (String list : List.of("slackAliases", "githubAliases", "discordAliases")) {
      for (JsonElement alias : emoji.getAsJsonArray(list)) {
        Matcher word = Pattern.compile(":([a-z0-9_+-]+):").matcher(alias.getAsString());
        if (word.matches()) {
          shortNames.add(word.group(1).replaceAll("(?<=\\w)-", "_"));
        }
      }
    }
    if (shortNames.isEmpty()) {
      shortNames.add(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "_"));
    }
    Set<String> keywords =
        emoji.getAsJsonArray("keywords").asList().stream()
            .map(JsonElement::getAsString)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(
        "\t",
        emoji.get("emoji").getAsString(),
        GROUPS.get(emoji.get("group").getAsString()),
        String.join(",", shortNames),
        name,
        String.join(",", keywords));
  }

  private static byte[] pictures(Set<Cell> cells, ZipFile sheets) throws IOException {
    Map<Integer, BufferedImage> read = new LinkedHashMap<>();
    for (Cell cell : cells) {
      if (!read.containsKey(cell.x)) {
        String name = "res/drawable-nodpi-v4/emoji_google_sheet_" + cell.x + ".png";
        try (InputStream png = sheets.getInputStream(sheets.getEntry(name))) {
          read.put(cell.x, ImageIO.read(png));
        }
      }
    }
    List<Integer> palettes = List.copyOf(read.keySet());
    List<Cell> all = List.copyOf(cells);
    List<byte[]> blocks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BLOCK) {
      blocks.add(deflated(all.subList(from, Math.min(all.size(), from + BLOCK)), read, palettes));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(palettes.size());
      out.writeInt(all.size());
      for (BufferedImage sheet : read.values()) {
        IndexColorModel colours = (IndexColorModel) sheet.getColorModel();
        for (int i = 0; i < COLOURS; i++) {
          out.writeInt(i < colours.getMapSize() ? colours.getRGB(i) : 0);
        }
      }
      int at = 4 * (2 + COLOURS * palettes.size() + blocks.size() + 1);
      for (byte[] block : blocks) {
        out.writeInt(at);
        at += block.length;
      }
      out.writeInt(at);
      for (byte[] block : blocks) {
        out.write(block);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(
      List<Cell> block, Map<Integer, BufferedImage> sheets, List<Integer> palettes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < BLOCK; i++) {
      bytes.write(i < block.size() ? palettes.indexOf(block.get(i).x) : 0);
    }
    try (OutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (Cell cell : block) {
        int top = cell.y * CELL + 1;
        for (int pixel :
            sheets.get(cell.x).getRaster().getSamples(1, top, SIDE, SIDE, 0, (int[]) null)) {
          out.write(pixel);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String key(String emoji) {
    return emoji.replace(SELECTOR, "");
  }

  private static String untoned(String emoji) {
    return emoji
        .codePoints()
        .filter(code -> code < 0x1F3FB || code > 0x1F3FF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A column, which is a sheet, and a row.
  private record Cell(int x, int y) {
    private static final int ROWS = 62;

    Cell next() {
      return y + 1 < ROWS ? new Cell(x, y + 1) : new Cell(x + 1, 0);
    }
  }
}
