import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { newId } from '../../src/contract/newId.ts';
import { INVITATION_STATES, METHODS } from '../../src/domain/invitation.ts';
import { searchText } from '../../src/domain/search.ts';
import type { TestServer } from './server.ts';

/** A past for the sample practice, written beside the running server: what takes weeks can't be played in a test. */

type Past = {
  /** Rows of the sample's invitations, in the order they were made. */
  invitations: { id: string; patient_id: string }[];
  practice: string;
  device: string;
  run: (sql: string, values?: (string | number)[]) => void;
};

const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

/** Members who enrolled, some who said no, a tablet, and two things to look at. */
export function giveHistory(server: TestServer): void {
  withPast(server, (past) => {
    past.invitations.forEach(({ id }, place) => {
      past.run('update invitation set created_at = ? where id = ?', [daysAgo(2 + place * 6), id]);
    });
    enrol(past, 0, 1, ['cost', 'stop']);
    enrol(past, 1, 3, []);
    enrol(past, 2, 11, ['one-practice']);
    decline(past, 3, 'cost');
    decline(past, 4, 'talk-first');
    past.run("update invitation set state = 'presented' where id = ?", [past.invitations[5]?.id ?? '']);
    past.run('update device set holding = ?, waiting = 2, oldest = ?', [past.invitations[5]?.id ?? '', daysAgo(0.2)]);
    conflict(past, 6, 'after-cancel');
    conflict(past, 0, 'signed-twice');
  });
}

function withPast(server: TestServer, act: (past: Past) => void): void {
  // The server beside it writes too: its turn is waited for.
  const database = new DatabaseSync(join(server.data, 'countersign.sqlite'), { timeout: 10_000 });
  const run: Past['run'] = (sql, values = []) => void database.prepare(sql).run(...values);
  try {
    const rows = <Row>(sql: string) => database.prepare(sql).all() as Row[];
    const invitations = rows<Past['invitations'][number]>('select id, patient_id from invitation order by id');
    const practice = rows<{ id: string }>('select id from practice')[0]?.id ?? '';
    const staff = rows<{ id: string }>('select id from staff')[0]?.id ?? '';
    const device = newId();
    database
      .prepare(
        `insert into device (id, practice_id, name, public_key, thumbprint, vault_key, paired_by, paired_at, seen_at, app, waiting)
         values (?, ?, 'Front desk 1', '{}', ?, x'00', ?, ?, ?, '0.1.0+1a2b3c4d', 0)`,
      )
      .run(device, practice, device, staff, daysAgo(40), daysAgo(0));
    act({ invitations, practice, device, run });
  } finally {
    database.close();
  }
}

function enrol(past: Past, place: number, days: number, misses: string[]): void {
  const { id = '', patient_id: patient = '' } = past.invitations[place] ?? {};
  const at = daysAgo(days / 2);
  past.run("update invitation set state = 'enrolled' where id = ?", [id]);
  past.run('insert into work (invitation_id, practice_id, enrolled_at) values (?, ?, ?)', [id, past.practice, at]);
  past.run(
    `insert into consent (id, practice_id, invitation_id, patient_id, kind, method, envelope_id, signed_at, misses)
     values (?, ?, ?, ?, 'consent', 'tablet', ?, ?, ?)`,
    [newId(), past.practice, id, patient, newId(), at, JSON.stringify(misses)],
  );
}

function decline(past: Past, place: number, reason: string): void {
  const { id = '', patient_id: patient = '' } = past.invitations[place] ?? {};
  past.run("update invitation set state = 'declined' where id = ?", [id]);
  past.run(
    `insert into consent (id, practice_id, invitation_id, patient_id, kind, method, envelope_id, signed_at, reason, misses, form_hash)
     values (?, ?, ?, ?, 'declination', 'tablet', ?, ?, ?, '[]', (select form_hash from invitation where id = ?))`,
    [newId(), past.practice, id, patient, newId(), daysAgo(1), reason, id],
  );
}

function conflict(past: Past, place: number, kind: string): void {
  const id = past.invitations[place]?.id ?? '';
  const envelope = newId();
  past.run(
    `insert into consent (id, practice_id, invitation_id, patient_id, kind, method, envelope_id, signed_at)
     values (?, ?, ?, ?, 'consent', 'tablet', ?, ?)`,
    [newId(), past.practice, id, past.invitations[place]?.patient_id ?? '', envelope, daysAgo(0.1)],
  );
  past.run(
    `insert into envelope_conflict (id, practice_id, kind, envelope_id, sha256, invitation_id, device_id, content, noted_at)
     values (?, ?, ?, ?, ?, ?, ?, x'00', ?)`,
    [newId(), past.practice, kind, envelope, newId(), id, past.device, daysAgo(0.1)],
  );
  past.run(
    'insert into event (id, practice_id, invitation_id, kind, at, who, detail) values (?, ?, ?, ?, ?, ?, null)',
    [newId(), past.practice, id, `conflict-${kind}`, daysAgo(0.1), 'Front desk 1'],
  );
}

const FIRST = ['Ada', 'Bruno', 'Chloé', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Hòa', 'Inés', 'Jun'];
const LAST = ['Ashby', 'Brown', 'Çelik', 'Díaz', 'Eriksson', 'Fofana', 'García', 'Haddad', 'Ibáñez', 'Jones'];

/** A practice that has been at it for years: `count` more invitations, one every hour back from now. */
export function giveThousands(server: TestServer, count: number): void {
  withPast(server, ({ invitations, practice, run }) => {
    const like = invitations[0]?.id ?? '';
    run('begin');
    for (let n = 0; n < count; n++) {
      const name = { first: FIRST[n % 10] ?? '', last: `${LAST[Math.floor(n / 10) % 10]} ${n}` };
      const birthDate = `19${30 + (n % 40)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
      const person = { name, birthDate, recordNumber: `BIG-${n}`, phone: `+1813${5_550_000 + n}` };
      const [patient, invitation, at] = [newId(), newId(), new Date(Date.now() - n * 3_600_000).toISOString()];
      run(
        `insert into patient (id, practice_id, household, first, last, birth_date, sex, phone, language, address, record_number, practitioner_id, search, created_at)
         select ?, practice_id, ?, ?, ?, ?, sex, ?, language, address, ?, practitioner_id, ?, ? from patient
         where id = (select patient_id from invitation where id = ?)`,
        [
          patient,
          patient,
          name.first,
          name.last,
          birthDate,
          person.phone,
          person.recordNumber,
          searchText(person),
          at,
          like,
        ],
      );
      run(
        `insert into invitation (id, practice_id, patient_id, method, state, contact, note, form_hash, added_by, created_at, request_sha256, change_seq)
         select ?, practice_id, ?, ?, ?, contact, note, form_hash, added_by, ?, ?, ? from invitation where id = ?`,
        [invitation, patient, METHODS[n % 3] ?? '', INVITATION_STATES[n % 7] ?? '', at, invitation, 100_000 + n, like],
      );
    }
    run('update practice set change_seq = ? where id = ?', [100_000 + count, practice]);
    run('commit');
  });
}
