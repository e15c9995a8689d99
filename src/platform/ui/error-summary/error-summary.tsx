// SPDX-License-Identifier: EUPL-1.2
import { idOf } from '../form/field.tsx';
import type { FieldErrors, View } from '../view.ts';

/** All that is wrong, above the heading, each line a link to its field. Takes the focus without script. */
export function ErrorSummary({ view, errors }: { view: View; errors: FieldErrors }) {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus>
      <h2>{view.t('ui.error.title')}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${idOf(error.field)}`}>{view.t(error.message, error.args)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
