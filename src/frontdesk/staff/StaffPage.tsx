import type { StaffRow } from '../../contract/adminApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { staff } from '../adminDoors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';

/** Who can log in, and who could. */
export function StaffPage({ session }: { session: Session }) {
  const words = frontdeskWords().admin.staff;
  const { value, problem } = useLive('staff', staff);
  return (
    <Page title={words.title} lead={words.lead} actions={<ButtonLink href="/staff/new">{words.add}</ButtonLink>}>
      <LiveProblem problem={problem} empty={!value} />
      {value && <StaffTable staff={value.staff} self={session.staff.id} />}
    </Page>
  );
}

function StaffTable({ staff: all, self }: { staff: StaffRow[]; self: string }) {
  const { admin, roles } = frontdeskWords();
  const words = admin.staff;
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      items={all.toSorted((one, other) => Number(other.active) - Number(one.active))}
      keyOf={({ id }) => id}
      columns={[
        {
          head: words.name,
          render: ({ id, name }) => (
            <a class="row-link" href={`/staff/${id}`} dir="auto">
              {id === self ? words.you(name) : name}
            </a>
          ),
        },
        { head: words.role, render: ({ role }) => roles[role] },
        { head: words.login, render: ({ login }) => <bdi>{login}</bdi> },
        {
          head: words.access,
          render: ({ active }) => (
            <StateBadge shape={active ? 'done' : 'over'}>{active ? words.active : words.inactive}</StateBadge>
          ),
        },
      ]}
    />
  );
}
