import { useEffect, useState } from 'preact/hooks';
import type { StaffRow } from '../../contract/adminApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import type { Role } from '../../domain/roles.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { Page } from '../../ui/Page.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { changeStaff, setPassword, setPin, staff } from '../adminDoors.ts';
import { bind } from '../bind.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { SaveForm } from '../SaveForm.tsx';
import { passwordMistake, pinMistake } from '../secrets.ts';
import { refreshSession } from '../session.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { Access } from './Access.tsx';
import { NewSecret } from './NewSecret.tsx';
import { RoleChoice } from './RoleChoice.tsx';

type StaffMemberPageProps = { params?: { id?: string }; session: Session };

/** One staff member: name, role, access, and a new password or PIN where they forgot theirs. */
export function StaffMemberPage({ params, session }: StaffMemberPageProps) {
  const words = frontdeskWords().admin.staff;
  const { value, problem } = useLive('staff', staff);
  const member = value?.staff.find(({ id }) => id === params?.id);
  const back = <BackLink href="/staff">{words.back}</BackLink>;
  if (!member) {
    return (
      <Page key="empty" title={value ? words.missing : words.title} back={back}>
        <LiveProblem problem={problem} empty={!value} />
      </Page>
    );
  }
  const badge = (
    <StateBadge shape={member.active ? 'done' : 'over'}>{member.active ? words.active : words.inactive}</StateBadge>
  );
  return (
    <Page key={member.id} title={member.name} lead={badge} back={back}>
      <LiveProblem problem={problem} empty={false} />
      <Panel title={words.details}>
        <Details member={member} />
      </Panel>
      {member.active && <Secrets id={member.id} />}
      {member.id !== session.staff.id && <Access member={member} />}
    </Page>
  );
}

type Values = { name: string; role: Role };

function Details({ member }: { member: StaffRow }) {
  const { admin } = frontdeskWords();
  const [form] = useState(() =>
    createForm<Values, Mistake>(member, ({ name }): { name?: Mistake } => {
      if (!name.trim()) return { name: 'staff-name-missing' };
      return name.trim().length > 150 ? { name: 'too-long' } : {};
    }),
  );
  useEffect(() => {
    if (!form.dirty.value) form.start({ name: member.name, role: member.role });
  }, [form, member.name, member.role]);
  const { text, choice } = bind(form, 'member');

  async function save({ name, role }: Values) {
    const answer = await changeStaff(member.id, { name: name.trim(), role, active: member.active });
    if (answer.ok) form.start({ name: name.trim(), role });
    // One may change oneself, and the panel at the side says who is here.
    await refreshSession();
    return answer;
  }
  return (
    <SaveForm form={form} fields={['name', 'role']} prefix="member" save={save} saved={admin.saved}>
      <Field {...text('name')} label={admin.staff.name} dir="auto" />
      <RoleChoice {...choice('role')} />
    </SaveForm>
  );
}

function Secrets({ id }: { id: string }) {
  const words = frontdeskWords().admin.staff;
  return (
    <>
      <Panel title={words.newPassword}>
        <NewSecret
          prefix="password"
          label={words.password}
          hint={`${words.passwordHint} ${words.newPasswordHint}`}
          button={words.newPassword}
          mistakeOf={passwordMistake}
          save={(secret) => setPassword(id, secret)}
        />
      </Panel>
      <Panel title={words.newPin}>
        <NewSecret
          prefix="pin"
          label={words.pin}
          hint={`${words.pinHint} ${words.newPinHint}`}
          button={words.newPin}
          mistakeOf={pinMistake}
          save={(secret) => setPin(id, secret)}
        />
      </Panel>
    </>
  );
}
