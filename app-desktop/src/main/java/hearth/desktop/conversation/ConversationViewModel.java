package hearth.desktop.conversation;

import hearth.client.ChatItem;
import hearth.desktop.live.LiveServer;
import hearth.desktop.live.Sentences;
import hearth.desktop.live.Words;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The chat in view as its header tells it. Confined to the FX thread.
public final class ConversationViewModel {
  private final LiveServer live;
  private final Words words;
  private final ReadOnlyObjectWrapper<@Nullable ChatItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");

  public ConversationViewModel(LiveServer live, Words words) {
    this.live = live;
    this.words = words;
    live.revisionProperty().subscribe(now -> refresh());
    live.currentProperty().subscribe(now -> refresh());
  }

  public ReadOnlyObjectProperty<@Nullable ChatItem> itemProperty() {
    return item.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// Who is in it and here, or who is typing, or that there is no connection.
  public ReadOnlyStringProperty aboutProperty() {
    return about.getReadOnlyProperty();
  }

  /// Who is typing, as a sentence; empty for nobody.
  public ReadOnlyStringProperty typingProperty() {
    return typing.getReadOnlyProperty();
  }

  public Words words() {
    return words;
  }

  private void refresh() {
    ChatItem now = live.currentChat().orElse(null);
    item.set(now);
    if (now == null) {
      title.set("");
      about.set("");
      typing.set("");
      return;
    }
    title.set(words.title(now.chat()));
    typing.set(words.typing(words.writers(now)));
    String offline = Sentences.shortly(live.connectionProperty().get());
    about.set(offline.isEmpty() ? words.about(now) : offline);
  }
}
