package hearth.desktop.profile;

import com.google.gson.JsonObject;
import hearth.desktop.fx.ThemeManager;
import hearth.desktop.text.Language;
import hearth.emoji.SkinTone;
import java.util.List;
import java.util.Optional;

/// The catalogue of settings, and their values at one moment. To add a setting, add its [Key] here,
/// a row in [hearth.desktop.settings.SettingsView] and its words. Immutable.
public final class Settings {
  public static final Key<ThemeManager.Theme> THEME =
      new Key<>("theme", ThemeManager.Theme.SYSTEM, Codec.ofEnum(ThemeManager.Theme.class));

  public static final Key<Language> LANGUAGE =
      new Key<>("language", Language.SYSTEM, Codec.ofEnum(Language.class));

  public static final Key<Optional<WindowPlacement>> WINDOW =
      new Key<>("window", Optional.empty(), WindowPlacement.CODEC);

  public static final Key<SendKey> SEND_KEY =
      new Key<>("sendKey", SendKey.ENTER, Codec.ofEnum(SendKey.class));

  /// The name that the person used last.
  public static final Key<String> NAME = new Key<>("name", "", Codec.TEXT);

  /// The id of the server that was open last; empty for none.
  public static final Key<String> LAST_SERVER = new Key<>("lastServer", "", Codec.TEXT);

  /// The emoji that were used last, the newest first.
  public static final Key<List<String>> RECENT_EMOJI =
      new Key<>("recentEmoji", List.of(), Codec.TEXTS);

  public static final Key<SkinTone> SKIN_TONE =
      new Key<>("skinTone", SkinTone.NONE, Codec.ofEnum(SkinTone.class));

  public static final Key<HostedServer> HOST =
      new Key<>("host", HostedServer.NONE, HostedServer.CODEC);

  public static final Settings DEFAULTS = new Settings(new JsonObject());

  private static final List<Key<?>> ALL =
      List.of(THEME, SEND_KEY, LANGUAGE, WINDOW, NAME, LAST_SERVER, RECENT_EMOJI, SKIN_TONE, HOST);

  private final JsonObject json;

  private Settings(JsonObject json) {
    this.json = json;
  }

  /// The settings of a file. Names that are not in the catalogue are kept for the version that
  /// knows them. Throws one of Gson's runtime exceptions if a value has the wrong type.
  static Settings read(JsonObject json) {
    ALL.forEach(key -> key.readFrom(json));
    return new Settings(json.deepCopy());
  }

  String write() {
    return json.toString();
  }

  public <T> T get(Key<T> key) {
    return key.readFrom(json);
  }

  public <T> Settings with(Key<T> key, T value) {
    JsonObject changed = json.deepCopy();
    key.writeTo(changed, value);
    return new Settings(changed);
  }

  /// The person is on this server under this name.
  public Settings on(String serverId, String asName) {
    return with(LAST_SERVER, serverId).with(NAME, asName);
  }

  public Settings hosting(String name, int port, String serverId) {
    return with(HOST, new HostedServer(true, name, port, serverId));
  }

  /// No server is opened at the next start.
  public Settings nowhere() {
    return with(LAST_SERVER, "").with(HOST, get(HOST).withOn(false));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings settings && settings.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }

  /// The key that sends a message; the other one of the two breaks the line.
  public enum SendKey {
    ENTER,
    SHIFT_ENTER
  }
}
