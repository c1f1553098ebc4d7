package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.model.ChatItem;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the owner of a group does with its members, over a real server.
class MembersUiTest {
  private static final String GROUP = "Robot team";
  private static final String MAKE_OWNER = "Make chat owner";
  private static final String MAKE_ADMIN = "Make admin";
  private static final String MAKE_READER = "Make reader";
  private static final String BLOCK = "Block…";
  private static final String REMOVE = "Remove from group";
  private static final String DELETE = "Remove from this server…";

  @TempDir Path folder;

  @AfterEach
  void turnOnTheLight() {
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
  }

  @Test
  void peopleAreAddedAndRemovedAndTheRoleIsHandedOn() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo");
        Home chen = Home.open(folder, "chen")) {
      String address = host(mira);
      join(bo, address, "Bo Müller");
      join(chen, address, "Chen Wei");
      mira.awaitText("Hosting · 3 online");
      createGroup(mira, "Bo Müller");
      bo.awaitText(GROUP);
      assertThat(chen.shows(GROUP)).isFalse();

      addChen(mira);
      open(chen);
      open(bo);
      Ui.click(bo.find("#details"));
      bo.awaitText("Chat owner · online");
      assertThat(isShown(bo, "#addMembers")).isFalse();
      assertThat(isShown(bo, ".more")).isFalse();
      Ui.picture(bo.scene(), "members-plain-light");

      removeChen(mira);
      Ui.await("Chen has lost the chat", () -> !chen.shows(GROUP));
      bo.awaitText("Mira Novak removed Chen Wei");

      makeBoOwner(mira);
      bo.awaitText("You are now the chat owner");
      Ui.await("Bo can add people", () -> isShown(bo, "#addMembers"));
      Ui.await("Mira cannot any more", () -> !isShown(mira, "#addMembers"));

      Ui.click(mira.find("#leave"));
      mira.awaitText("The chat owner can add you again.");
      Ui.click(mira.find("#act"));
      Ui.await("Mira has lost the chat", () -> !mira.shows(GROUP));
      bo.awaitText("Mira Novak left");

      Ui.click(bo.find("#leave"));
      bo.awaitText("You are the only member. The group and its messages are deleted.");
      Ui.click(bo.find("#act"));
      Ui.await("the chat is gone", () -> !bo.shows(GROUP));
    }
  }

  @Test
  void whoHostsDeletesChatsAndRemovesPeople() {
    try (Home mira = Home.open(folder, "mira");
        Home bo = Home.open(folder, "bo");
        Home chen = Home.open(folder, "chen")) {
      String address = host(mira);
      join(bo, address, "Bo Müller");
      join(chen, address, "Chen Wei");
      post(chen, "Good morning from Chen");
      createGroup(bo, "Mira Novak");
      open(mira);
      Ui.click(mira.find("#details"));
      Ui.click(bo.find("#details"));
      bo.awaitText("Chat owner · online");
      assertThat(isShown(bo, "#deleteChat")).as("only who hosts").isFalse();
      Ui.await("Mira may delete it", () -> isShown(mira, "#deleteChat"));
      both(mira, "server-owner-details");
      resize(mira, 700, 500);
      both(mira, "server-owner-details-narrow");
      resize(mira, 1280, 800);
      Ui.click(mira.find("#deleteChat"));
      mira.awaitText("Delete Robot team for everyone?");
      both(mira, "chat-delete");
      Ui.click(mira.find("#act"));
      Ui.await("Bo has lost the chat", () -> !bo.shows(GROUP));
      Ui.await("Mira has lost the chat", () -> !mira.shows(GROUP));

      removeFromServer(mira, "Chen Wei");
      chen.awaitText("The owner removed you from this server.");
      assertThat(chen.shows("Join again")).isFalse();
      Ui.picture(chen.scene(), "removed-light");
      openLobby(bo);
      bo.awaitText("Good morning from Chen");
      bo.awaitText("Deleted user");
      bo.awaitText("Deleted user left");
      both(bo, "deleted-user");
      Ui.await("the name is gone", () -> !bo.shows("Chen Wei"));
    }
  }

  private static void removeFromServer(Home mira, String name) {
    openLobby(mira);
    cell(mira, ".details .person-cell", name);
    Ui.run(
        () -> { // at once: with every piece of news the list gives its cells to other members
          mira.scene().getRoot().layout();
          Node row = find(mira, ".details .person-cell", name).getFirst();
          ((ButtonBase) row.lookup(".more")).fire();
        });
    assertThat(items()).containsExactly(MAKE_ADMIN, MAKE_READER, BLOCK, DELETE);
    Ui.picture(Ui.menu().getScene(), "member-menu-server-owner-light");
    choose(DELETE);
    mira.awaitText("Remove " + name + " from this server?");
    both(mira, "person-delete");
    Ui.click(mira.find("#act"));
  }

  private static void openLobby(Home home) {
    show(home, Chat.Kind.LOBBY);
    home.awaitText("Message Lobby");
  }

  private static void post(Home home, String text) {
    Ui.run(() -> home.main().server().append(chat(home, Chat.Kind.LOBBY), Action.Post.text(text)));
    home.awaitText(text);
  }

  private static void addChen(Home mira) {
    Ui.click(mira.find("#details"));
    mira.awaitText("Members · 2");
    Ui.click(mira.find("#addMembers"));
    assertThat(find(mira, ".picker .person-cell", "Bo Müller")).isEmpty();
    Ui.click(mira.find("#create"));
    mira.awaitText("Choose at least one person.");
    both(mira, "add-people");
    Ui.click(cell(mira, ".picker .person-cell", "Chen Wei"));
    Ui.click(mira.find("#create"));
    mira.awaitText("You added Chen Wei");
    mira.awaitText("Members · 3");
    Ui.click(mira.find("#addMembers"));
    mira.awaitText("Everyone on this server is already in this group.");
    Ui.picture(mira.scene(), "add-people-nobody-light");
    Ui.press(mira.scene(), KeyCode.ESCAPE);
    both(mira, "members");
    resize(mira, 700, 500);
    both(mira, "members-narrow");
    resize(mira, 1280, 800);
  }

  /// Opens the menu by its button.
  private static void removeChen(Home mira) {
    Node more =
        cell(mira, ".details .person-cell", "Chen Wei").lookupAll(".more").iterator().next();
    Ui.click(more);
    assertThat(items()).containsExactly(MAKE_OWNER, MAKE_ADMIN, MAKE_READER, BLOCK, REMOVE, DELETE);
    Ui.picture(Ui.menu().getScene(), "member-menu-light");
    choose(REMOVE);
    mira.awaitText("Remove Chen Wei from Robot team?");
    both(mira, "member-remove");
    Ui.click(mira.find("#act"));
  }

  /// Opens the menu once with the mouse and then by the keyboard.
  private static void makeBoOwner(Home mira) {
    ListCell<?> cell = cell(mira, ".details .person-cell", "Bo Müller");
    Point2D at = Ui.ask(() -> cell.localToScreen(20, 20));
    Ui.run(
        () ->
            cell.fireEvent(
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    20,
                    20,
                    at.getX(),
                    at.getY(),
                    false,
                    null)));
    assertThat(items()).containsExactly(MAKE_OWNER, MAKE_ADMIN, MAKE_READER, BLOCK, REMOVE, DELETE);
    ListView<?> members = (ListView<?>) mira.find(".details .people");
    Ui.focus(mira.scene());
    Ui.run(members::requestFocus);
    Ui.run(() -> members.getSelectionModel().select(cell.getIndex()));
    Ui.press(mira.scene(), KeyCode.SHIFT, KeyCode.F10);
    choose(MAKE_OWNER);
    mira.awaitText("Make Bo Müller the chat owner?");
    both(mira, "member-owner");
    Ui.click(mira.find("#act"));
    mira.awaitText("Bo Müller is now the chat owner");
  }

  private static void both(Home home, String name) {
    Ui.picture(home.scene(), name + "-light");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.DARK));
    Ui.picture(home.scene(), name + "-dark");
    Ui.run(() -> Ui.look().themeProperty().set(ThemeManager.Theme.LIGHT));
    Ui.settle(); // lists make their cells again
  }

  private static void resize(Home home, double width, double height) {
    Ui.run(() -> home.window().stage().setWidth(width));
    Ui.run(() -> home.window().stage().setHeight(height));
    Ui.settle();
  }

  private static boolean isShown(Home home, String selector) {
    return home.scene().getRoot().lookupAll(selector).stream().anyMatch(Node::isVisible);
  }

  private static Stream<ContextMenu> menus() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast);
  }

  private static List<String> items() {
    Ui.await("a menu is open", () -> menus().findFirst().isPresent());
    return Ui.ask(() -> Ui.menu().getItems().stream().map(MenuItem::getText).toList());
  }

  /// Chooses from the menu that is open.
  private static void choose(String item) {
    Ui.run(
        () ->
            Ui.menu().getItems().stream()
                .filter(found -> item.equals(found.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    Ui.run(() -> menus().forEach(Window::hide));
  }

  private static void createGroup(Home home, String member) {
    Ui.run(() -> home.main().newGroup());
    home.fill(".picker .field-box", GROUP);
    Ui.click(cell(home, ".picker .person-cell", member));
    Ui.click(home.find("#create"));
    home.awaitText("You added");
  }

  private static ListCell<?> cell(Home home, String selector, String name) {
    Ui.await(name + " is listed", () -> !find(home, selector, name).isEmpty());
    return Ui.ask(() -> find(home, selector, name).getFirst());
  }

  private static List<ListCell<?>> find(Home home, String selector, String name) {
    return home.scene().getRoot().lookupAll(selector).stream()
        .<ListCell<?>>map(node -> (ListCell<?>) node)
        .filter(ListCell::isVisible)
        .filter(cell -> cell.getGraphic() != null && says(cell.getGraphic(), name))
        .toList();
  }

  private static boolean says(Node node, String name) {
    return node.lookupAll(".label").stream()
        .anyMatch(label -> label instanceof Label said && said.getText().equals(name));
  }

  private static void open(Home home) {
    home.awaitText(GROUP);
    show(home, Chat.Kind.GROUP);
  }

  private static void show(Home home, Chat.Kind kind) {
    Ui.run(() -> home.main().server().currentProperty().set(chat(home, kind)));
  }

  /// The only chat of its kind.
  private static ChatId chat(Home home, Chat.Kind kind) {
    return home.main().server().chats().stream()
        .map(ChatItem::chat)
        .filter(chat -> chat.kind() == kind)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String host(Home home) {
    home.fill("#serverName", "Workshop");
    home.fill("#hostName", "Mira Novak");
    Ui.click(home.find("#host"));
    String address = ((TextField) home.find(".address")).getText();
    Ui.press(home.scene(), KeyCode.ESCAPE);
    home.awaitText("Message Lobby");
    return address;
  }

  private static void join(Home home, String address, String name) {
    home.fill("#address", address);
    home.fill("#joinName", name);
    Ui.click(home.find("#join"));
    home.awaitText("Message Lobby");
    Ui.await("the connection stands", () -> home.main().server().isOnline());
  }
}
