package hearth.desktop.chats;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Ticks;
import hearth.desktop.text.Messages;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one chat of the list.
final class ChatCell extends ListCell<ChatRow> {
  private static final int BADGE_MOST = 99;
  private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
  private static final PseudoClass DRAFT = PseudoClass.getPseudoClass("draft");

  private final Avatar avatar = new Avatar(44);
  private final Label title = new Label();
  private final Ticks ticks = new Ticks();
  private final Label time = new Label();
  private final Label preview = new Label();
  private final Label badge = new Label();
  private final Label mention = new Label("@");
  private final FontIcon muted = new FontIcon("fth-bell-off");
  private final FontIcon pinned = new FontIcon("fth-bookmark");
  private final HBox row;

  /// @param open called for the chat that is clicked
  /// @param menu opens the menu of a chat where it was asked for
  ChatCell(Consumer<ChatRow> open, Menu menu) {
    getStyleClass().add("chat-cell");
    title.getStyleClass().add("title");
    time.getStyleClass().add("chat-time");
    time.setMinWidth(USE_PREF_SIZE);
    preview.getStyleClass().add("preview");
    preview.setMaxWidth(Double.MAX_VALUE);
    badge.getStyleClass().add("badge");
    badge.setMinWidth(USE_PREF_SIZE);
    mention.getStyleClass().addAll("badge", "mention");
    mention.setMinWidth(USE_PREF_SIZE);
    muted.getStyleClass().add("chat-mark");
    pinned.getStyleClass().add("chat-mark");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox.setHgrow(preview, Priority.ALWAYS);
    HBox first = new HBox(8, title, ticks, time);
    first.setAlignment(Pos.CENTER_LEFT);
    HBox second = new HBox(8, preview, muted, pinned, mention, badge);
    second.setAlignment(Pos.CENTER_LEFT);
    second.setMinHeight(20);
    VBox lines = new VBox(first, second);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    row = new HBox(12, avatar, lines);
    row.getStyleClass().add("chat-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    row.setPrefWidth(0);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    row.setMinHeight(Region.USE_PREF_SIZE);
    setOnMouseClicked(
        click -> {
          if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
            open.accept(getItem());
          }
        });
    setOnContextMenuRequested(
        request -> {
          if (getItem() != null) {
            menu.show(getItem(), this, request.getScreenX(), request.getScreenY());
            request.consume();
          }
        });
  }

  /// Opens the menu of a chat.
  interface Menu {
    void show(ChatRow row, Node node, double screenX, double screenY);
  }

  @Override
  protected void updateItem(@Nullable ChatRow chat, boolean empty) {
    super.updateItem(chat, empty);
    if (empty || chat == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    avatar.show(chat.heading().title(), chat.heading().tone());
    avatar.showPresence(chat.heading().presence());
    title.setText(chat.heading().title());
    ticks.show(chat.newest().sign());
    time.setText(chat.newest().time());
    preview.setText(chat.preview().text());
    preview.pseudoClassStateChanged(TYPING, chat.preview().kind() == ChatRow.Kind.TYPING);
    preview.pseudoClassStateChanged(
        DRAFT,
        chat.preview().kind() == ChatRow.Kind.DRAFT
            || chat.preview().kind() == ChatRow.Kind.FAILED);
    badge.setText(chat.unread() > BADGE_MOST ? BADGE_MOST + "+" : String.valueOf(chat.unread()));
    badge.pseudoClassStateChanged(QUIET, chat.marks().muted());
    show(badge, chat.unread() > 0);
    show(mention, chat.marks().mentions() > 0);
    show(muted, chat.marks().muted());
    show(pinned, chat.marks().pinned());
    avatar.setVisible(!(chat.target() instanceof ChatRow.OfArchive));
    setAccessibleText(spoken(chat));
    setGraphic(row);
  }

  private static String spoken(ChatRow chat) {
    String said =
        Messages.get("spoken.chat", chat.heading().title(), chat.unread(), chat.preview().text());
    return chat.marks().mentions() > 0 ? Messages.get("spoken.mentioned", said) : said;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
