package hearth.client.store;

import hearth.sqlite.Migrations;

/// The tables of a local store. Holds no state.
final class Schema {
  static final Migrations MIGRATIONS =
      Migrations.of(
          """
          CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE person(id INTEGER PRIMARY KEY, frame TEXT NOT NULL);
          CREATE TABLE chat(id INTEGER PRIMARY KEY, frame TEXT NOT NULL);
          CREATE TABLE entry(
            chat INTEGER NOT NULL, seq INTEGER NOT NULL, frame TEXT NOT NULL,
            PRIMARY KEY(chat, seq)) WITHOUT ROWID;
          CREATE TABLE outbox(
            place INTEGER PRIMARY KEY AUTOINCREMENT, send_id TEXT NOT NULL UNIQUE,
            chat INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
            fault INTEGER NOT NULL);
          CREATE TABLE draft(chat INTEGER PRIMARY KEY, text TEXT NOT NULL);
          """);

  private Schema() {}
}
