package hearth.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.AliasName;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Completion;
import hearth.server.store.Store;
import hearth.server.store.Write;
import hearth.server.store.WriteTransaction.Opening;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names of aliases run out in a chat that thousands have been in; then a number tells them apart.
class AliasNamesIT {
  @TempDir Path folder;

  @Test
  void anAliasGetsANumberWhenAllNamesAreTaken() throws Exception {
    Path file = folder.resolve("hearth.db");
    ChatId chat;
    UserId mira;
    UserId bo;
    try (Store store = open(file)) {
      mira = join(store, "Mira");
      bo = join(store, "Bo");
      var request =
          new Request.CreateGroup(
              new SendId(new UUID(7, 1)), "Questions", List.of(), Chat.Kind.MASKED);
      chat = ((Opening.Made) submit(store, tx -> tx.createGroup(mira, request))).chat();
    }
    takeAllNames(file, chat);
    try (Store store = open(file)) {
      var coming = new Action.AddMembers(List.of(bo));
      submit(store, tx -> tx.append(bo, chat, new SendId(new UUID(7, 2)), coming));
      var mask = store.chat(chat, bo).mine().mask();
      assertThat(mask).isNotNull();
      String name =
          mask.aliases().stream()
              .filter(alias -> alias.id().equals(mask.as()))
              .map(User::name)
              .findFirst()
              .orElseThrow();
      int all = AliasName.ADJECTIVES.size() * AliasName.ANIMALS.size();
      assertThat(AliasName.of(name).orElseThrow().number()).isEqualTo(all + 1);
    }
  }

  private static void takeAllNames(Path file, ChatId chat) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var insert =
            connection.prepareStatement(
                """
                INSERT OR IGNORE INTO user (name, name_key, joined_at, home)
                VALUES (?1, ' ' || ?2 || ':' || ?1, 0, ?2)\
                """)) {
      connection.setAutoCommit(false);
      for (String adjective : AliasName.ADJECTIVES) {
        for (String animal : AliasName.ANIMALS) {
          insert.setString(1, new AliasName(adjective, animal, 1).english());
          insert.setLong(2, chat.value());
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
  }

  private static Store open(Path file) throws Exception {
    return SqliteStore.open(file, true, Runnable::run, 100, InstantSource.system());
  }

  private static UserId join(Store store, String name) throws Exception {
    byte[] token = name.getBytes(StandardCharsets.UTF_8);
    return submit(store, tx -> tx.join(name, name, token, new ClientNetwork(1))).account().id();
  }

  private static <R> R submit(Store store, Write<R> write) throws Exception {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(R made) {
            result.complete(made);
          }

          @Override
          public void refused(hearth.protocol.FaultException why) {
            result.completeExceptionally(why);
          }
        });
    return result.get();
  }
}
