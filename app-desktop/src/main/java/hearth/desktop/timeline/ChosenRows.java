package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.markdown.MentionText;
import hearth.protocol.Content;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Several messages that are chosen together, by Shift and the arrows, to be copied or forwarded.
/// Confined to the FX thread.
final class ChosenRows {
  private final TimelineViewModel model;
  private final AnchoredList<TimelineItem> list;

  /// The seqs of the first one that was chosen and of the last one; 0 for none.
  private long from;

  private long to;
  private boolean extending;

  ChosenRows(TimelineViewModel model, AnchoredList<TimelineItem> list) {
    this.model = model;
    this.list = list;
  }

  /// A key is about to move the current row, or not.
  void key(KeyEvent press) {
    boolean moves = press.getCode() == KeyCode.UP || press.getCode() == KeyCode.DOWN;
    boolean plain = !press.isShortcutDown() && !press.isAltDown();
    extending = moves && plain && press.isShiftDown();
    if (extending && from == 0) {
      from = current();
    } else if (!extending && (moves || press.getCode() == KeyCode.ESCAPE)) {
      forget();
    }
  }

  /// Another row is the current one.
  void moved() {
    if (extending) {
      extending = false;
      to = current();
      show();
    }
  }

  void forget() {
    from = 0;
    to = 0;
    show();
  }

  /// Whether more than one is chosen.
  boolean isAny() {
    return from > 0 && to > 0 && from != to;
  }

  private long current() {
    int index = list.currentProperty().get();
    return index < 0 || index >= model.items().size() ? 0 : model.items().get(index).row().seq();
  }

  private boolean contains(TimelineRow row) {
    return isAny() && row.seq() >= Math.min(from, to) && row.seq() <= Math.max(from, to);
  }

  /// Shows which rows in sight are chosen.
  void show() {
    for (RowCell<TimelineItem> cell : list.cells()) {
      if (cell instanceof RowFrame frame) {
        show(frame);
      }
    }
  }

  /// Shows whether a row that comes into sight is chosen.
  void show(RowFrame frame) {
    frame.setChosen(contains(frame.row()));
  }

  /// The chosen messages, in their order.
  List<TimelineRow> rows() {
    return model.items().stream()
        .map(TimelineItem::row)
        .filter(this::contains)
        .filter(row -> row.content() instanceof Content.Text)
        .toList();
  }

  /// What is copied of them: a line for each, with its author and time.
  String text() {
    return rows().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(TimelineRow row) {
    String text = row.content() instanceof Content.Text(String written) ? written : "";
    return CopiedText.line(model, row, MentionText.shown(text, model.display()::mention));
  }
}
