package hearth.desktop.welcome;

import hearth.client.store.Identity;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The welcome screen: one card to host, one to join.
public final class WelcomeView {
  private static final double TWO_COLUMNS = 620;
  private static final int SHOWN_AT_MOST = 4;

  private final WelcomeViewModel model;
  private final ScrollPane root;

  @FXML private GridPane cards;
  @FXML private VBox joinCard;
  @FXML private Label hostHint;
  @FXML private FieldBox serverName;
  @FXML private FieldBox hostName;
  @FXML private ErrorLabel hostError;
  @FXML private Button freePort;
  @FXML private Button host;
  @FXML private Label joinHint;
  @FXML private VBox known;
  @FXML private ErrorLabel joinError;
  @FXML private FieldBox address;
  @FXML private Label plainWarning;
  @FXML private FieldBox joinName;
  @FXML private FieldBox code;
  @FXML private Hyperlink other;
  @FXML private Label notice;
  @FXML private Button join;
  @FXML private HBox joining;
  @FXML private Label progress;
  @FXML private Button cancel;
  @FXML private HBox foot;

  public WelcomeView(WelcomeViewModel model) {
    this.model = model;
    this.root = ViewLoader.load(this, "welcome.fxml", ScrollPane.class);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::giveUpOnEscape);
    root.widthProperty().map(width -> width.doubleValue() >= TWO_COLUMNS).subscribe(this::arrange);
  }

  public Parent root() {
    return root;
  }

  /// Moves the focus to the first field that still needs text.
  public void focus() {
    root.applyCss(); // until then a scroll pane's content is not in the scene
    boolean joins = !model.address().textProperty().get().isEmpty();
    FieldBox first =
        joins ? who() : model.serverName().textProperty().get().isEmpty() ? serverName : hostName;
    first.field().requestFocus();
    first.field().end();
  }

  /// The field that says who joins: a name, or a code.
  private FieldBox who() {
    return model.linkingProperty().get() ? code : joinName;
  }

  /// Changes between a name and a code.
  @FXML
  void other() {
    model.setLinking(!model.linkingProperty().get());
    boolean needsAddress = model.address().textProperty().get().isEmpty();
    (needsAddress ? address : who()).field().requestFocus();
  }

  private void showLinking(boolean links) {
    joinName.setVisible(!links);
    joinName.setManaged(!links);
    code.setVisible(links);
    code.setManaged(links);
    join.setText(Messages.get(links ? "welcome.link" : "welcome.join"));
    other.setText(Messages.get(links ? "welcome.link.not" : "welcome.link.other"));
  }

  private void showNotice() {
    notice.textProperty().bind(model.noticeProperty());
    notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
    notice.managedProperty().bind(notice.visibleProperty());
  }

  @FXML
  void initialize() {
    code.bind(model.code().textProperty(), model.code().errorProperty());
    model.linkingProperty().subscribe(this::showLinking);
    showNotice();
    serverName.bind(model.serverName().textProperty(), model.serverName().errorProperty());
    hostName.bind(model.hostName().textProperty(), model.hostName().errorProperty());
    address.bind(model.address().textProperty(), model.address().errorProperty());
    joinName.bind(model.joinName().textProperty(), model.joinName().errorProperty());
    hostError.textProperty().bind(model.hostErrorProperty());
    joinError.textProperty().bind(model.joinErrorProperty());
    plainWarning.textProperty().bind(model.plainWarningProperty());
    plainWarning.visibleProperty().bind(plainWarning.textProperty().isNotEmpty());
    plainWarning.managedProperty().bind(plainWarning.visibleProperty());
    foot.visibleProperty().bind(plainWarning.visibleProperty().not());
    freePort
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Messages.get(
                        "welcome.host.port", String.valueOf(model.freePortProperty().get())),
                model.freePortProperty()));
    freePort.visibleProperty().bind(model.freePortProperty().greaterThan(0));
    freePort.managedProperty().bind(freePort.visibleProperty());
    for (Field field :
        List.of(
            model.serverName(),
            model.hostName(),
            model.address(),
            model.joinName(),
            model.code())) {
      field
          .errorProperty()
          .subscribe(
              wrong -> {
                if (!wrong.isEmpty()) {
                  focusWrong();
                }
              });
    }
    model
        .freePortProperty()
        .subscribe(
            port -> {
              if (port.intValue() > 0) {
                freePort.requestFocus();
              }
            });
    host.disableProperty().bind(model.busyProperty());
    freePort.disableProperty().bind(model.busyProperty());
    join.disableProperty().bind(model.busyProperty());
    showProgress();
    model.freePortProperty().subscribe(now -> choosePrimary());
    model.address().textProperty().subscribe(now -> choosePrimary());
    serverName.field().setOnAction(enter -> hostName.field().requestFocus());
    hostName.field().setOnAction(enter -> host());
    address.field().setOnAction(enter -> who().field().requestFocus());
    joinName.field().setOnAction(enter -> join());
    code.field().setOnAction(enter -> join());
    model.known().addListener((ListChangeListener<Identity>) change -> showKnown());
    showKnown();
  }

  @FXML
  void host() {
    model.host();
  }

  @FXML
  void hostOnFreePort() {
    model.hostOnFreePort();
  }

  @FXML
  void join() {
    model.join();
  }

  @FXML
  void cancel() {
    if (model.cancel()) {
      who().field().requestFocus();
    }
  }

  private void showProgress() {
    progress.textProperty().bind(model.progressProperty());
    joining.visibleProperty().bind(model.progressProperty().isNotEmpty());
    join.visibleProperty().bind(joining.visibleProperty().not());
    joining.visibleProperty().subscribe(this::focusCancel);
  }

  private void giveUpOnEscape(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE && joining.isVisible()) {
      cancel();
      press.consume();
    }
  }

  private void focusCancel(boolean joins) {
    if (joins) {
      cancel.requestFocus();
    }
  }

  /// One button looks like what comes next: hosting on the port that is free, joining where an
  /// address is given, else hosting.
  private void choosePrimary() {
    boolean hasPort = model.freePortProperty().get() > 0;
    boolean joins = !hasPort && !model.address().textProperty().get().isEmpty();
    accent(join, joins);
    accent(host, !joins && !hasPort);
  }

  private static void accent(Button button, boolean primary) {
    button.getStyleClass().remove("accent");
    if (primary) {
      button.getStyleClass().add("accent");
    }
  }

  private void focusWrong() {
    for (FieldBox box : new FieldBox[] {serverName, hostName, address, joinName, code}) {
      if (box.isWrong()) {
        box.field().requestFocus();
        return;
      }
    }
  }

  private void showKnown() {
    known
        .getChildren()
        .setAll(
            model.known().stream()
                .limit(SHOWN_AT_MOST)
                .map(identity -> (Node) new KnownServerCell(identity, () -> model.reopen(identity)))
                .toList());
    boolean some = !model.known().isEmpty();
    known.setVisible(some);
    known.setManaged(some);
    joinHint.setText(Messages.get(some ? "welcome.join.known" : "welcome.join.hint"));
  }

  private void arrange(boolean wide) {
    cards.getColumnConstraints().get(0).setPercentWidth(wide ? 50 : 100);
    cards.getColumnConstraints().get(1).setPercentWidth(wide ? 50 : 0);
    GridPane.setConstraints(joinCard, wide ? 1 : 0, wide ? 0 : 1);
    cards.setHgap(wide ? 24 : 0);
    joinHint.minHeightProperty().unbind();
    if (wide) {
      joinHint.minHeightProperty().bind(hostHint.heightProperty()); // the fields stand side by side
    } else {
      joinHint.setMinHeight(Region.USE_PREF_SIZE);
    }
  }
}
