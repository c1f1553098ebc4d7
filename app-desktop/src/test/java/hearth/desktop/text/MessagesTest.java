package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The three bundles against each other and against the sources.
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/hearth/desktop");
  private static final Path SOURCES = Path.of("src/main/java/hearth/desktop");
  private static final List<String> OTHERS = List.of("messages_zh", "messages_zh_Hant");
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z-]*(?:\\.(?!fxml|json)[a-z-]+)+)\"");
  private static final Pattern FXML_TEXT =
      Pattern.compile("\\b(text|promptText|label|accessibleText|accessibleHelp)=\"([^\"]*)\"");
  private static final Pattern FXML_TOOLTIP = Pattern.compile("<Tooltip\\b(?![^>]*text=\"%)[^>]*>");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  private final Properties english = load("messages");

  @Test
  void everyLanguageHasTheSameKeysWithTheSamePlaceholders() {
    for (String other : OTHERS) {
      Properties bundle = load(other);
      assertThat(bundle.stringPropertyNames()).as(other).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(placeholders(bundle.getProperty(key)))
            .as("%s of %s", key, other)
            .isEqualTo(placeholders(english.getProperty(key)));
        assertThat(bundle.getProperty(key)).as("%s of %s", key, other).isNotBlank();
      }
    }
  }

  @Test
  void noKeyStandsTwiceInAFile() {
    for (String bundle : read(RESOURCES, ".properties")) {
      assertThat(
              bundle
                  .lines()
                  .filter(line -> line.contains("=") && !line.startsWith("#"))
                  .map(line -> line.substring(0, line.indexOf('='))))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyKeyIsUsedAndEveryUsedKeyIsThere() {
    Set<String> used = new TreeSet<>();
    for (String source : read(SOURCES, ".java")) {
      LITERAL.matcher(source).results().map(found -> found.group(1)).forEach(used::add);
    }
    for (String fxml : read(RESOURCES, ".fxml")) {
      FXML_TEXT
          .matcher(fxml)
          .results()
          .map(found -> found.group(2))
          .filter(value -> value.startsWith("%"))
          .forEach(value -> used.add(value.substring(1)));
    }
    Set<String> keys = english.stringPropertyNames();
    Set<String> groups = keys.stream().map(MessagesTest::group).collect(Collectors.toSet());
    assertThat(keys).as("unused keys").filteredOn(key -> !used.contains(key)).isEmpty();
    assertThat(used)
        .as("missing keys")
        .filteredOn(key -> groups.contains(group(key)) && !keys.contains(key))
        .isEmpty();
  }

  @Test
  void fxmlHasNoTextOfItsOwn() {
    for (String fxml : read(RESOURCES, ".fxml")) {
      assertThat(FXML_TEXT.matcher(fxml).results().map(found -> found.group(2)))
          .allMatch(value -> value.startsWith("%"));
      assertThat(FXML_TOOLTIP.matcher(fxml).results()).isEmpty();
    }
  }

  @Test
  void everyPatternTakesItsValuesInEveryNumber() {
    for (String name : List.of("messages", "messages_zh", "messages_zh_Hant")) {
      Properties bundle = load(name);
      for (String key : bundle.stringPropertyNames()) {
        String pattern = bundle.getProperty(key);
        assertThat(pattern).as("%s of %s", key, name).doesNotContain("'");
        if (placeholders(pattern).isEmpty()) {
          continue;
        }
        for (int number : new int[] {0, 1, 2, 1_000}) {
          assertThat(format(pattern, number))
              .as("%s of %s", key, name)
              .isNotBlank()
              .doesNotContain("{", "}");
        }
      }
    }
  }

  @Test
  void chineseIsWrittenWithItsOwnPunctuation() {
    for (String name : OTHERS) {
      Properties bundle = load(name);
      for (String key : bundle.stringPropertyNames()) {
        assertThat(bundle.getProperty(key))
            .as("%s of %s", key, name)
            .doesNotContainPattern("\\p{IsHan}[,.!?:;(]")
            .doesNotContainPattern("[,.!?:;)]\\p{IsHan}")
            .doesNotContain("...");
      }
    }
  }

  @Test
  void everyLocaleFindsItsScript() {
    for (String simplified : List.of("zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK")) {
      assertThat(settings(simplified)).as(simplified).isEqualTo("设置");
    }
    for (String traditional :
        List.of("zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-HK", "zh-Hant-TW")) {
      assertThat(settings(traditional)).as(traditional).isEqualTo("設定");
    }
    for (String other : List.of("en", "en-GB", "de", "ja", "und")) {
      assertThat(settings(other)).as(other).isEqualTo("Settings");
    }
  }

  @Test
  void listsAreJoinedInEveryLanguage() {
    assertThat(list(Language.ENGLISH, "Ada")).isEqualTo("Ada");
    assertThat(list(Language.ENGLISH, "Ada", "Bo")).isEqualTo("Ada and Bo");
    assertThat(list(Language.ENGLISH, "Ada", "Bo", "Chen")).isEqualTo("Ada, Bo and Chen");
    assertThat(list(Language.SIMPLIFIED_CHINESE, "Ada", "Bo", "Chen")).isEqualTo("Ada、Bo和Chen");
    assertThat(list(Language.TRADITIONAL_CHINESE, "{0}", "'", "Chen")).isEqualTo("{0}、'和Chen");
  }

  /// Marks of direction would be heard by no one and copied by everybody, so they stand only where
  /// something could be reordered.
  @Test
  void whatIsReadFromRightToLeftReordersNothing() {
    assertThat(Messages.get("notice.joined", "Ada")).isEqualTo("Ada joined");
    assertThat(Messages.get("notice.joined", "שלום")).isEqualTo("\u202bשלום\u202c\u200e joined");
    assertThat(Messages.get("notice.joined", "a\u202eb"))
        .isEqualTo("\u202aa\u202eb\u202c\u202c\u200e joined");
    assertThat(Messages.get("preview.by", "Ada", "\u202c\u2067x"))
        .isEqualTo("Ada: \u202ax\u202c\u200e");
    assertThat(list(Language.ENGLISH, "שלום", "Ada")).isEqualTo("\u202bשלום\u202c\u200e and Ada");
    assertKeepsItsPlace(Messages.get("typing.two", "שלום", "مرحبا 12"), " and ", " are ");
    assertKeepsItsPlace(Messages.get("spoken.message", "שלום", "مرحبا", "12:30"), "12:30", ": ");
    assertKeepsItsPlace(list(Language.ENGLISH, "שלום", "مرحبا", "Bo"), ", ", " and Bo");
    assertKeepsItsPlace(
        Messages.get("notice.added", "Ada", list(Language.ENGLISH, "שלום", "Bo")), " added ");
  }

  private static void assertKeepsItsPlace(String sentence, String... parts) {
    Bidi bidi = new Bidi(sentence, Bidi.DIRECTION_LEFT_TO_RIGHT);
    for (String part : parts) {
      assertThat(bidi.getLevelAt(sentence.indexOf(part)) % 2).as(part).isZero();
    }
  }

  private static String list(Language language, String... parts) {
    language.use();
    try {
      return Messages.list(List.of(parts));
    } finally {
      Language.ENGLISH.use();
    }
  }

  private static String settings(String language) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      return Messages.get("settings.title");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String format(String pattern, int number) {
    MessageFormat format = new MessageFormat(pattern, Locale.ENGLISH);
    Format[] formats = format.getFormatsByArgumentIndex();
    Object[] values = new Object[formats.length];
    for (int i = 0; i < formats.length; i++) {
      values[i] = formats[i] instanceof ChoiceFormat ? number : "x";
    }
    return format.format(values);
  }

  private static Set<String> placeholders(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String group(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static List<String> read(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(found).isNotEmpty();
      return found.stream().map(MessagesTest::read).toList();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Properties load(String name) {
    Properties bundle = new Properties();
    try (Reader reader =
        Files.newBufferedReader(RESOURCES.resolve("i18n/" + name + ".properties"))) {
      bundle.load(reader);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return bundle;
  }
}
