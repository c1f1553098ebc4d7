package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;

/// The scroll bar of a chat stands for its whole log, though few of its rows are at hand: as rows
/// where all are, else by their places in the log. Confined to the FX thread.
final class ChatScale implements ScrollScale {
  private final TimelineViewModel model;
  private final AnchoredList<TimelineItem> list;

  ChatScale(TimelineViewModel model, AnchoredList<TimelineItem> list) {
    this.model = model;
    this.list = list;
  }

  private boolean isWhole() {
    return model.reach().first() && model.reach().last();
  }

  private LogScale log() {
    return new LogScale(this::seq, rows(), model.reach(), model.head());
  }

  private int rows() {
    return model.items().size();
  }

  private TimelineRow row(int index) {
    return model.items().get(index).row();
  }

  private long seq(int index) {
    return model.seqs().at(index);
  }

  @Override
  public double size() {
    return isWhole() ? rows() : log().size();
  }

  @Override
  public double placeOf(double row) {
    return isWhole() ? row : log().placeOf(row);
  }

  @Override
  public void show(double place) {
    if (isWhole()) {
      list.showPlace(place);
      return;
    }
    long seq = log().seqAt(place);
    if (rows() > 0 && seq >= seq(0) && seq <= model.seqs().upTo(rows() - 1)) {
      model.seeks().none();
      list.showAt(indexOf(seq), 0);
    } else {
      model.seeks().to(seq);
    }
  }

  /// The first row from a seq on.
  private int indexOf(long seq) {
    int index = 0;
    while (index < rows() - 1 && seq(index) > 0 && seq(index) < seq) {
      index++;
    }
    return index;
  }

  @Override
  public String name() {
    int first = list.firstProperty().get();
    return first < rows() ? model.display().times().day(row(first).at()) : "";
  }
}
