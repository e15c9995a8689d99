// SPDX-License-Identifier: EUPL-1.2
import { type FieldErrors, TextField, type View } from '#platform/ui';

interface ProofFieldsProps {
  view: View;
  errors: FieldErrors;
  /** The label of the password, where "Password" alone would not say which. */
  label?: string;
}

/** Password and code, which together show who somebody is. Neither ever comes back filled. */
export function ProofFields({ view, errors, label }: ProofFieldsProps) {
  const { t } = view;
  return (
    <>
      <input type="hidden" name="ticket" value="" />
      <TextField
        view={view}
        name="password"
        type="password"
        label={label ?? t('auth.sign-in.password')}
        hint={t('auth.sign-in.password.hint')}
        autocomplete="current-password"
        width="medium"
        ltr
        errors={errors}
      />
      <div data-code-field>
        <TextField
          view={view}
          name="code"
          inputMode="numeric"
          label={t('auth.sign-in.code')}
          hint={t('auth.sign-in.code.hint')}
          autocomplete="one-time-code"
          width="short"
          ltr
          errors={errors}
        />
      </div>
    </>
  );
}
