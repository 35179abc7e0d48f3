import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { verbatim, type Language } from '../../core/plan/text';
import { DataTable, type Column } from './data-table';
import { coordinatorMessages as messages } from './messages';
import type { PlanFinding, RefusedPlan } from './model';

const PLACE = { zh: '位置', en: 'Place' };
const PROBLEM = { zh: '问题和处理', en: 'What is wrong and what to do' };

/** Why a plan was not imported, each mistake with its cell. */
export function RefusedPlanNotice({
  refused,
  language,
  onClose,
}: {
  readonly refused: RefusedPlan;
  readonly language: Language;
  readonly onClose: () => void;
}): ReactNode {
  const styles = useStyles();
  const columns: Column<PlanFinding>[] = [
    { id: 'problem', label: PROBLEM, width: 4, cell: ({ message }) => message[language] },
  ];
  if (refused.findings.some(({ cell }) => cell !== ''))
    columns.unshift({
      id: 'place',
      label: PLACE,
      width: 2,
      cell: ({ sheet, cell }) => `${sheet}!${cell}`,
    });
  return (
    <div className={styles.notice}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{refused.message[language]}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={onClose}>{messages.close[language]}</Button>
        </MessageBarActions>
      </MessageBar>
      <DataTable
        label={verbatim(refused.file)}
        language={language}
        columns={columns}
        rows={refused.findings}
        rowKey={({ sheet, cell, message }) => `${sheet}!${cell} ${message.zh}`}
        empty={null}
      />
    </div>
  );
}

const useStyles = makeStyles({
  notice: { display: 'flex', flexDirection: 'column', gap: '8px' },
});
