import { expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { makeReport } from '../../server/reports.ts';
import { makeCurrent } from '../../server/store/forms.ts';
import { keepForm } from '../../server/store/practices.ts';
import { formHash } from '../../src/contract/digest.ts';
import { withTextAt } from '../../src/domain/formTexts.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { anAppEach, aPracticeWithLogin } from '../harness/app.ts';
import { aDeclination, anInvited, at, aTablet, hashOfForm, sealed } from '../harness/builders.ts';

/** What became of invitations, in the words that patients were asked with. */

const app = anAppEach();
const span = { from: '2026-03-01', to: '2026-03-31', language: 'en' };

test('a reason to say no is told in the words of the form that was declined, whatever the form says today', async () => {
  const practice = await aPracticeWithLogin(app());
  const tablet = await aTablet(practice);
  const decline = async (form = { version: currentForm.version, hash: hashOfForm }) => {
    const invited = await anInvited(practice);
    const evidence = aDeclination(tablet, invited, { reason: 'cost', form: { id: currentForm.id, ...form } });
    expect(await ingest(app().deps, tablet.device, await sealed(tablet, evidence))).toMatchObject({ status: 'stored' });
  };
  await decline();
  const newer = withTextAt({ ...currentForm, version: '2026-2' }, 'en', 'reason cost', 'It costs too much');
  const hash = await formHash(newer);
  await keepForm(practice.scope, newer, hash, at);
  await makeCurrent(practice.scope, hash, practice.staff.id, at);
  await decline();
  await decline({ version: '2026-2', hash });

  const { declines } = await makeReport(practice.scope, span);
  expect(declines.map(({ reasonText, count }) => ({ reasonText, count }))).toEqual([
    { reasonText: 'I am worried about the cost', count: 2 },
    { reasonText: 'It costs too much', count: 1 },
  ]);
  const inSpanish = await makeReport(practice.scope, { ...span, language: 'es' });
  expect(inSpanish.declines.map(({ reasonText }) => reasonText)).toEqual(['Me preocupa el costo']);
});
