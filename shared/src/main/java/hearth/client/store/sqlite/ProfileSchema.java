package hearth.client.store.sqlite;

import hearth.sqlite.Migrations;

/// The tables of a local store.
final class ProfileSchema {
  private static final String FIRST =
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
      """;

  /// Rows and actions take the place of the notifications and texts of the first step, which held
  /// messages, members and slow modes only. `unknown_entry` holds entries that the version which
  /// received them did not understand.
  private static final String ROWS =
      """
      CREATE TABLE user(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
      INSERT INTO user SELECT id, json_extract(frame, '$.params.user') FROM person;
      DROP TABLE person;

      CREATE TABLE row(
        chat INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY(chat, seq)) WITHOUT ROWID;
      INSERT INTO row
      SELECT chat, seq, json_object('entry', json(CASE json_extract(frame, '$.method')
        WHEN 'messagePosted' THEN json_object(
          'chat', chat, 'seq', seq, 'at', json_extract(frame, '$.params.at'),
          'author', json_extract(frame, '$.params.author'),
          'sendId', json_extract(frame, '$.params.sendId'),
          'action', json_object('type', 'post', 'content',
            json_object('type', 'text', 'text', json_extract(frame, '$.params.text'))))
        WHEN 'membersAdded' THEN json_object(
          'chat', chat, 'seq', seq, 'at', json_extract(frame, '$.params.at'),
          'author', json_extract(frame, '$.params.author'),
          'action', json_object(
            'type', 'addMembers', 'members', json(json_extract(frame, '$.params.members'))))
        ELSE json_object(
          'chat', chat, 'seq', seq, 'at', json_extract(frame, '$.params.at'),
          'author', json_extract(frame, '$.params.author'),
          'action', json_object(
            'type', 'setSlowMode', 'seconds', json_extract(frame, '$.params.seconds')))
        END), 'changed', seq)
      FROM entry;

      CREATE TABLE window(
        chat INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL,
        at INTEGER, stale INTEGER NOT NULL);
      INSERT INTO window
      SELECT chat, min(seq), max(seq), json_extract(frame, '$.params.at'), 0
      FROM entry GROUP BY chat;
      DROP TABLE entry;

      CREATE TABLE overview(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
      INSERT INTO overview
      SELECT id, json_patch(
        json_object(
          'chat', json_object(
            'id', id,
            'kind', json_extract(frame, '$.params.chat.kind'),
            'title', json_extract(frame, '$.params.chat.title'),
            'members', json(json_extract(frame, '$.params.chat.members')),
            'roles', json(CASE
              WHEN json_extract(frame, '$.params.chat.kind') = 'direct'
                OR json_extract(frame, '$.params.chat.members[0]') IS NULL THEN '[]'
              ELSE json_array(json_object(
                'user', json_extract(frame, '$.params.chat.members[0]'), 'role', 'owner')) END),
            'settings', json_object('slowModeSeconds', coalesce(
              json_extract(frame, '$.params.chat.slowModeSeconds'), 0))),
          'head', json_extract(frame, '$.params.chat.head'),
          'activeAt', json_extract(frame, '$.params.chat.activeAt'),
          'markers', json_object(
            'listed', json(json_extract(frame, '$.params.chat.markers'))),
          'unread', json_extract(frame, '$.params.chat.unread')),
        CASE WHEN json_extract(frame, '$.params.chat.last') IS NULL THEN '{}'
        ELSE json_object('last', json_object(
          'entry', json_object(
            'chat', id,
            'seq', json_extract(frame, '$.params.chat.last.seq'),
            'at', json_extract(frame, '$.params.chat.last.at'),
            'author', json_extract(frame, '$.params.chat.last.author'),
            'sendId', json_extract(frame, '$.params.chat.last.sendId'),
            'action', json_object('type', 'post', 'content', json_object(
              'type', 'text', 'text', json_extract(frame, '$.params.chat.last.text')))),
          'changed', json_extract(frame, '$.params.chat.last.seq'))) END)
      FROM chat;
      DROP TABLE chat;

      CREATE TABLE action(
        place INTEGER PRIMARY KEY AUTOINCREMENT, send_id TEXT NOT NULL UNIQUE,
        chat INTEGER NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL,
        fault INTEGER NOT NULL);
      INSERT INTO action
      SELECT place, send_id, chat, at, json_object('type', 'post', 'content',
        json_object('type', 'text', 'text', text)), fault
      FROM outbox;
      DROP TABLE outbox;

      CREATE TABLE unknown_entry(
        chat INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY(chat, seq)) WITHOUT ROWID;
      """;

  /// Who this device is has left for a file of its own. A version that would look for it here, find
  /// nothing and join a second time takes the database for too new.
  private static final String IDENTITY_LEAVES = "DELETE FROM meta WHERE key <> 'epoch'";

  static final Migrations MIGRATIONS = Migrations.of(FIRST, ROWS, IDENTITY_LEAVES);

  private ProfileSchema() {}
}
