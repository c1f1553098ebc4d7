package hearth.desktop.timeline;

import hearth.client.model.ChatItem;
import hearth.desktop.fx.FxClock;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The chat in view as its header tells it. Confined to the FX thread.
public final class ChatPaneViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final ReadOnlyObjectWrapper<@Nullable ChatItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper("");
  private final RefusalViewModel refusal;

  public ChatPaneViewModel(ServerViewModel server, DisplayText display, FxClock clock) {
    this.server = server;
    this.display = display;
    this.refusal = new RefusalViewModel(server, clock);
    server.revisionProperty().subscribe(now -> refresh());
    server.currentProperty().subscribe(now -> refresh());
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

  /// Why something was refused here.
  public RefusalViewModel refusal() {
    return refusal;
  }

  public DisplayText display() {
    return display;
  }

  private void refresh() {
    ChatItem now = server.currentChat().orElse(null);
    item.set(now);
    if (now == null) {
      title.set("");
      about.set("");
      typing.set("");
      return;
    }
    title.set(display.title(now.chat()));
    typing.set(display.typing(display.writers(now)));
    String offline = ErrorText.shortly(server.connectionProperty().get());
    about.set(offline.isEmpty() ? display.about(now) : offline);
  }
}
