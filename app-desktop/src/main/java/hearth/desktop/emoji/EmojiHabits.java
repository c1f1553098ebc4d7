package hearth.desktop.emoji;

import hearth.desktop.profile.Settings;
import hearth.desktop.settings.SettingProperties;
import hearth.emoji.SkinTone;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/// Which emoji this person used last, and in which skin tone. Confined to the FX thread.
public final class EmojiHabits {
  private static final int RECENT = 27;

  private final SettingProperties settings;

  public EmojiHabits(SettingProperties settings) {
    this.settings = settings;
  }

  /// The newest first, each once.
  List<String> recent() {
    return settings.of(Settings.RECENT_EMOJI).get();
  }

  ObjectProperty<SkinTone> tone() {
    return settings.of(Settings.SKIN_TONE);
  }

  /// Remembers an emoji as the newest.
  public void use(String emoji) {
    List<String> recent = new ArrayList<>(recent());
    recent.remove(emoji);
    recent.addFirst(emoji);
    settings
        .of(Settings.RECENT_EMOJI)
        .set(List.copyOf(recent.subList(0, Math.min(RECENT, recent.size()))));
  }
}
