package hearth.emoji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmojiPicturesTest {
  private static final int SIX_MEGABYTES = 6_000_000;
  private final EmojiPictures pictures = EmojiPictures.standard();

  @Test
  void everyPictureShowsSomethingAndIsTheOneOfASequence() {
    for (int picture = 0; picture < pictures.count(); picture++) {
      int[] pixels = pictures.pixels(picture, 64);
      assertThat(pixels).hasSize(64 * 64);
      long seen = Arrays.stream(pixels).filter(pixel -> pixel >>> 24 > 128).count();
      assertThat(seen).as("picture " + picture).isGreaterThan(150);
    }
    Set<Integer> used =
        Resource.lines("sequences.txt").stream()
            .map(line -> Integer.valueOf(line.substring(line.indexOf('\t') + 1)))
            .collect(Collectors.toSet());
    assertThat(used)
        .isEqualTo(IntStream.range(0, pictures.count()).boxed().collect(Collectors.toSet()));
  }

  @Test
  void picturesOfUnicode16AreAllThere() {
    assertThat(pictures.count()).isGreaterThanOrEqualTo(3781);
    assertThat(EmojiFinder.standard().countIfAlone("🫩🫆🪾🫜🪉🪏🫟🇨🇶")).isEqualTo(8);
  }

  @Test
  void aSmallerPictureIsTheMeanOfTheAreas() {
    int square = EmojiFinder.standard().first("🟥", 0, 2).orElseThrow().picture();
    for (int side : new int[] {1, 17, 20, 40, 63, 80, 128}) {
      int[] pixels = pictures.pixels(square, side);
      assertThat(pixels).hasSize(side * side);
      int middle = pixels[side * (side / 2) + side / 2];
      assertThat(middle >>> 24).isGreaterThan(200);
      assertThat(middle >> 16 & 0xFF).isGreaterThan(150);
      for (int pixel : pixels) {
        assertThat(pixel >> 16 & 0xFF).isLessThanOrEqualTo(pixel >>> 24);
      }
    }
  }

  @Test
  void allOfItFitsIntoSixMegabytes() {
    int size = 0;
    for (String name : new String[] {"pictures.bin", "sequences.txt", "names.txt"}) {
      size += Resource.bytes(name).length;
    }
    assertThat(size).isLessThan(SIX_MEGABYTES);
  }

  @Test
  void thereIsNoOtherPicture() {
    assertThatThrownBy(() -> pictures.pixels(-1, 20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pictures.pixels(pictures.count(), 20))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pictures.pixels(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
