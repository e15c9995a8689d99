// SPDX-License-Identifier: EUPL-1.2
export {
  type Back,
  BackButton,
  Button,
  type ButtonKind,
  ButtonRow,
  LinkButton,
} from './button/button.tsx';
export { Checkbox, Checkboxes, type CheckboxesProps, type CheckboxProps } from './checkboxes/checkboxes.tsx';
export { Code } from './code/code.tsx';
export { contrast } from './contrast.ts';
export { DeskNav, type NavItem } from './desk-nav/desk-nav.tsx';
export { Details } from './details/details.tsx';
export { DevUi } from './dev/dev-ui.tsx';
export { sampleView } from './dev/sample-view.ts';
export { Empty } from './empty/empty.tsx';
export { ErrorSummary } from './error-summary/error-summary.tsx';
export { Figures, type FigureTile, Meter } from './figures/figures.tsx';
export { FileField, type FileFieldProps } from './file-field/file-field.tsx';
export { type FieldProps, idOf } from './form/field.tsx';
export { Csrf, Form } from './form/form.tsx';
export { Icon } from './icon/icon.tsx';
export { ICONS, type IconName } from './icon/names.ts';
export { LanguageMenu } from './language-menu/language-menu.tsx';
export { Columns, DoDont, Lead, Section, type Way, Ways } from './layout/layout.tsx';
export { Ltr, Typed } from './ltr/ltr.tsx';
export { bannerText } from './page/banner.tsx';
export { useIsland } from './page/head.ts';
export { HelpNumbers } from './page/help-block.tsx';
export { EXIT_PATH } from './page/leave.tsx';
export { Page, type PageProps } from './page/page.tsx';
export { FAVICON_PATH, favicon, renderPage } from './page/render.tsx';
export { Pager } from './pager/pager.tsx';
export { Panel, type PanelKind } from './panel/panel.tsx';
export { type Choice, Radios, type RadiosProps } from './radios/radios.tsx';
export { type ColourProblem, colourProblems, siteCss, siteCssPath } from './site-css.ts';
export { type Step, Steps } from './steps/steps.tsx';
export { Summary, type SummaryRow } from './summary/summary.tsx';
export { type Column, Table, type TableProps } from './table/table.tsx';
export { type Shape, Status, Tag, type Tone } from './tag/tag.tsx';
export { type Task, TaskList } from './task-list/task-list.tsx';
export { TextArea, type TextAreaProps } from './text-area/text-area.tsx';
export { Select, type SelectProps, TextField, type TextFieldProps } from './text-field/text-field.tsx';
export { Thread, type ThreadMessage } from './thread/thread.tsx';
export {
  type Area,
  type Assets,
  assetPath,
  type Colours,
  type FieldError,
  type FieldErrors,
  type HelpNumber,
  type OffRoom,
  pathIn,
  type SiteView,
  type View,
} from './view.ts';
