// SPDX-License-Identifier: EUPL-1.2
import { type AnyRoute, defineRoute, page } from '#platform/http';
import { readInstallation } from '#platform/setup';
import { accessibilityStatement } from './accessibility.ts';
import { impactAssessment } from './assessment.ts';
import { factsOf, type Write } from './document.ts';
import { DocumentPage } from './document-page.tsx';
import { adultNotice, childrenNotice, youngNotice } from './notices.ts';
import { processingRegister } from './register.ts';

/** What this place says of itself and must keep: privacy at three levels, accessibility, register, assessment. */
export const documentRoutes: AnyRoute[] = [
  documentRoute('privacy', '/privacy', childrenNotice),
  documentRoute('privacy-young', '/privacy/young', youngNotice),
  documentRoute('privacy-adults', '/privacy/adults', adultNotice),
  documentRoute('privacy-register', '/privacy/register', processingRegister),
  documentRoute('privacy-assessment', '/privacy/assessment', impactAssessment),
  documentRoute('accessibility', '/accessibility', accessibilityStatement),
];

function documentRoute(name: string, path: string, write: Write): AnyRoute {
  return defineRoute({
    name,
    verb: 'GET',
    path,
    access: 'public',
    cache: 'public',
    same: true,
    handle: async ({ ctx, view, lang }) => {
      const facts = factsOf(await readInstallation(ctx.db), lang);
      return page(<DocumentPage view={view} document={write(view.t, facts)} facts={facts} />);
    },
  });
}
