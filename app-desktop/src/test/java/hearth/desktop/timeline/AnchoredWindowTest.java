package hearth.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchoredWindowTest {
  private static final double VIEWPORT = 100;
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());

  private final List<Double> heights = new ArrayList<>();
  private final AnchoredWindow window = new AnchoredWindow();
  private int measured;

  @Test
  void beginsAtTheEnd() {
    add(0, 10, 30);
    var span = fit();
    assertThat(window.isAtEnd()).isTrue();
    assertThat(span.first()).isEqualTo(6);
    assertThat(span.tops()).containsExactly(-20.0, 10.0, 40.0, 70.0);
  }

  @Test
  void fewRowsStandAtTheBottom() {
    add(0, 2, 30);
    assertThat(fit().tops()).containsExactly(40.0, 70.0);
    window.scroll(-50);
    assertThat(fit().tops()).containsExactly(40.0, 70.0);
    assertThat(window.isAtEnd()).isTrue();
  }

  @Test
  void newRowsPushTheOthersUpOnlyAtTheEnd() {
    add(0, 10, 30);
    fit();
    add(10, 1, 30);
    assertThat(fit().tops().getLast()).isEqualTo(70);
    window.scroll(-60);
    var before = fit();
    add(11, 5, 30);
    assertThat(fit()).isEqualTo(before);
    assertThat(window.isAtEnd()).isFalse();
  }

  @Test
  void olderRowsMoveNothing() {
    add(0, 10, 30);
    window.showAt(0, 0);
    fit();
    window.scroll(15);
    var before = fit();
    add(0, 200, 44);
    var after = fit();
    assertThat(after.first()).isEqualTo(200);
    assertThat(after.tops()).isEqualTo(before.tops());
  }

  @Test
  void aRowThatLosesItsDayKeepsItsTextInPlace() {
    add(0, 10, 30);
    window.showAt(0, 0);
    var before = fit();
    add(0, 3, 30);
    heights.set(3, 20.0);
    var after = fit();
    double textBefore = before.tops().getFirst() + 30;
    int shown = 3 - after.first();
    assertThat(after.tops().get(shown) + 20).isEqualTo(textBefore);
  }

  @Test
  void aRowAboveThatGrowsMovesNothingInSight() {
    add(0, 20, 30);
    window.showAt(10, 0);
    var before = fit();
    heights.set(4, 300.0);
    assertThat(fit()).isEqualTo(before);
  }

  @Test
  void scrollingEndsAtBothEnds() {
    add(0, 10, 30);
    window.scroll(-5_000);
    assertThat(fit().tops().getFirst()).isZero();
    window.scroll(5_000);
    fit();
    assertThat(window.isAtEnd()).isTrue();
  }

  @Test
  void showsARowWhereItIsWanted() {
    add(0, 100, 30);
    window.showAt(50, 12);
    var span = fit();
    assertThat(span.tops().get(50 - span.first())).isEqualTo(12);
    window.showAt(99, 0);
    assertThat(fit().tops().getLast()).isEqualTo(70);
  }

  @Test
  void rowsThatGoTakeTheAnchorToTheirPlace() {
    add(0, 20, 30);
    window.showAt(10, 0);
    fit();
    remove(9, 5);
    var span = fit();
    assertThat(span.size()).isGreaterThanOrEqualTo(4);
    remove(0, 15);
    assertThat(fit().size()).isZero();
  }

  @Test
  void rowsThatComePushNothingOutOfSightThatWasNotSeen() {
    for (int round = 0; round < 300; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      heights.clear();
      AnchoredWindow any = new AnchoredWindow();
      int seen = 0;
      for (int step = 0; step < 20; step++) {
        int come = random.nextInt(6);
        for (int i = 0; i < come; i++) {
          heights.add(5.0 + random.nextInt(60));
        }
        any.splice(heights.size() - come, 0, come);
        int unseen = seen < heights.size() ? seen : -1;
        AnchoredWindow.Span span = any.fit(VIEWPORT, heights::get, unseen);
        if (unseen >= 0) {
          assertThat(span.first()).as("seed " + seed).isLessThanOrEqualTo(unseen);
          int at = unseen - span.first();
          if (at < span.size()) {
            assertThat(span.tops().get(at)).as("seed " + seed).isGreaterThanOrEqualTo(0);
          }
        }
        if (random.nextBoolean()) {
          seen = Math.max(seen, span.lastWhole(VIEWPORT) + 1);
        }
      }
    }
  }

  @Test
  void whoHasPassedAnUnseenRowIsNotTakenBack() {
    add(0, 20, 30);
    fit();
    add(20, 1, 30);
    assertThat(window.fit(VIEWPORT, this::height, 3).tops().getLast()).isEqualTo(70);
  }

  @Test
  void onlyRowsInSightAreMeasured() {
    add(0, 50_000, 30);
    fit();
    assertThat(measured).isLessThan(10);
    measured = 0;
    window.showPlace(25_000.5, this::height);
    var span = fit();
    assertThat(span.first()).isEqualTo(25_000);
    assertThat(span.place()).isEqualTo(25_000.5);
    assertThat(measured).isLessThan(10);
  }

  private void add(int at, int count, double height) {
    for (int i = 0; i < count; i++) {
      heights.add(at, height);
    }
    window.splice(at, 0, count);
  }

  private void remove(int at, int count) {
    heights.subList(at, at + count).clear();
    window.splice(at, count, 0);
  }

  private AnchoredWindow.Span fit() {
    return window.fit(VIEWPORT, this::height);
  }

  private double height(int row) {
    measured++;
    return heights.get(row);
  }
}
