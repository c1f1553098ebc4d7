package hearth.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Fault;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.User;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People whose names the rules of today would refuse, or take for each other, go on as they were.
class OldNamesIT {
  private static final String ANN = "NAwec1-5rlG2fyW3KiMimr-6O-4W9G6bDFvqTvSi5HI";
  private static final String ANN_AND_A_JOINER = "-CXWz7IOYBSBMzgUcIjm9GpJ5R_IXSxYKJ_6xjWBCIA";
  private static final List<String> TOKENS =
      List.of(
          "w1ROvC_RRaGhCH_UJSwB2UBOeDYHzjKXaByogMXxbaA",
          ANN,
          ANN_AND_A_JOINER,
          "MnIxiiRKLrb3rcu0j3qF6pnIMgBI0tZNsl0qswwyRSE",
          "u-PuDdDJ5u64vAVwaVYMnFew-ttbalbbunqew5Eg_wM",
          "2JJzq6yuq0PdXKf-lqpt2cNYHD_NLjxM3F4le6skYsM",
          "sdGSDF9IVIaVoEJeBdNaPksLo0pPKWFSmUuTflGEJ-Y",
          "I1CCvmI2hrNzhNZPN3vQRNnWiCbB7_Sw-xvApiYlBu8",
          "zJFUSKPmVrFm91egTvGRhdvB3VHOjzbJKBdFJuMWLyU",
          "XER7PY18WXNwkeo69JEd1dbszJFA-OY1bVqBBVUSMkw");
  private static final List<String> NAMES =
      List.of(
          "Mira Novak",
          "Ann",
          "Ann\u200d",
          "\u0410nn",
          "\u3164",
          "\u2800",
          "Al",
          "A1",
          "می‌خواهم",
          "👩‍👩‍👧",
          "Bo\u3164");

  @TempDir Path data;
  private ServerFixture server;

  @BeforeEach
  void start() throws Exception {
    String fixture = "store/sqlite/data-schema-3.sql";
    try (InputStream in = requireNonNull(OldNamesIT.class.getResourceAsStream(fixture));
        var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hearth.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    server = new ServerFixture(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everybodyComesBackUnderTheNameTheyHave() throws Exception {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < TOKENS.size(); i++) {
        Peer peer = server.resume(TOKENS.get(i));
        assertThat(peer.me().value()).isEqualTo(i + 1);
        assertThat(peer.overview().people()).extracting(User::name).startsWith(names());
        peer.call(new Request.MarkRead(Peer.LOBBY, 1));
      }
      server.restart();
    }
    assertThat(server.resume(ANN_AND_A_JOINER).post("I am still I").seq()).isPositive();
  }

  private static String[] names() {
    return NAMES.toArray(String[]::new);
  }

  @Test
  void theFirstRequestAgainFindsThePersonItMade() {
    var again = new Request.Join("Ann\u200d", ANN_AND_A_JOINER);
    assertThat(((Response.Joined) server.connect().call(again)).me().value()).isEqualTo(3);
    assertThat(server.connect().refused(new Request.Join("Bert", ANN)))
        .isEqualTo(Fault.PARAMS_INVALID);
  }

  @Test
  void aNewcomerGetsNoNameThatLooksLikeOneOfTheirs() {
    Peer peer = server.connect();
    for (String name : List.of("ann", "\u0410NN", "AI", "a1", "Bo")) {
      assertThat(peer.refused(Peer.joinRequest(name))).as(name).isEqualTo(Fault.NAME_TAKEN);
    }
    peer.join("Anna");
  }
}
