package hearth.bench.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hearth.client.link.Address;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The people of the suite and the group that Ann has made for them and Ben; Cleo is not in it.
/// Somebody whose connection broke in one case is back in the next. Confined to the suite's thread.
final class Stage implements AutoCloseable {
  private final Address server;
  private final String suffix = Person.newId().substring(0, 8);
  private final List<Person> guests = new ArrayList<>();
  private Person ann;
  private Person ben;
  private Person cleo;
  private final long group;

  /// Joins the server.
  Stage(Address server) throws IOException {
    this.server = server;
    ann = joined("Ann");
    ben = joined("Ben");
    cleo = joined("Cleo");
    group = newGroup();
  }

  private Person joined(String name) throws IOException {
    Person person = Person.connect(server);
    person.join(name(name), Person.newToken());
    return person;
  }

  /// A name that nobody else has.
  String name(String name) {
    return name + " " + suffix;
  }

  Address server() {
    return server;
  }

  Person ann() {
    return ann;
  }

  Person ben() {
    return ben;
  }

  Person cleo() {
    return cleo;
  }

  long group() {
    return group;
  }

  /// A further group of Ann and Ben.
  long newGroup() {
    JsonObject opened =
        ann.ask(
            "createGroup",
            "{\"sendId\":\"%s\",\"title\":\"Conformance\",\"members\":[%d]}"
                .formatted(Person.newId(), ben.me()));
    return opened.getAsJsonObject("chat").getAsJsonObject("chat").get("id").getAsLong();
  }

  /// A connection that has not joined, until the end of the case.
  Person connect() throws IOException {
    Person guest = Person.connect(server);
    guests.add(guest);
    return guest;
  }

  /// Another device of somebody, until the end of the case.
  Person device(Person person) throws IOException {
    Person device = connect();
    device.resume(person.token());
    return device;
  }

  /// All pages of what somebody sees of a chat on coming back.
  Optional<JsonObject> overview(Person person, long chat) throws IOException {
    Person device = connect();
    JsonObject page = device.resume(person.token()).getAsJsonObject("overview");
    while (true) {
      JsonArray chats = page.getAsJsonArray("chats");
      Optional<JsonObject> found =
          Person.objects(chats).stream()
              .filter(seen -> seen.getAsJsonObject("chat").get("id").getAsLong() == chat)
              .findFirst();
      if (found.isPresent() || !page.has("next")) {
        return found;
      }
      page =
          device
              .ask("fetchOverview", "{\"from\":%s}".formatted(page.get("next")))
              .getAsJsonObject("page");
    }
  }

  /// After a case: guests go, and whose connection broke comes back.
  void tidy() throws IOException {
    guests.forEach(Person::close);
    guests.clear();
    ann = back(ann);
    ben = back(ben);
    cleo = back(cleo);
  }

  private Person back(Person person) throws IOException {
    if (person.wire().isOpen()) {
      return person;
    }
    Person again = Person.connect(server);
    again.resume(person.token());
    return again;
  }

  @Override
  public void close() {
    guests.forEach(Person::close);
    List.of(ann, ben, cleo).forEach(Person::close);
  }
}
