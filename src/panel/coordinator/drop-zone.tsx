import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Language, Text } from '../../core/plan/text';
import { droppedFiles, pickedFiles } from './dropped-files';
import { coordinatorMessages as messages } from './messages';
import type { DroppedFile } from './model';

export interface DropZoneProps {
  readonly language: Language;
  readonly label: Text;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** Where files and folders are dropped, or chosen with the keyboard. */
export function DropZone({ language, label, isDisabled, onFiles }: DropZoneProps): ReactNode {
  const styles = useStyles();
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(!isDisabled);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isDisabled) void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <div
      className={mergeClasses(styles.zone, isOver && styles.over)}
      onDragOver={over}
      onDragEnter={over}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={drop}
    >
      <div className={styles.label}>{label[language]}</div>
      <div className={styles.buttons}>
        <FileButton
          text={messages.chooseFiles[language]}
          isDisabled={isDisabled}
          onFiles={onFiles}
          isMultiple
          isPrimary
        />
        <FileButton
          text={messages.chooseFolder[language]}
          isDisabled={isDisabled}
          onFiles={onFiles}
          isFolder
        />
      </div>
      <div className={styles.hint}>{messages.dropHint[language]}</div>
    </div>
  );
}

export interface FileButtonProps {
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly isMultiple?: boolean;
  readonly isFolder?: boolean;
  readonly isPrimary?: boolean;
  /** Endings, such as .zip; all where absent. */
  readonly accept?: string;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

/** A button that has the person choose files. */
export function FileButton(props: FileButtonProps): ReactNode {
  const { text, isDisabled, isMultiple, isFolder, isPrimary, accept, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={isPrimary ? 'primary' : 'secondary'}
        disabled={isDisabled ?? false}
        onClick={() => input.current?.click()}
      >
        {text}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no such attribute
          if (isFolder) element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label={text}
        multiple={(isMultiple ?? false) || (isFolder ?? false)}
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = pickedFiles(currentTarget.files);
          // the same file may be chosen again
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '10px',
    padding: '20px 14px',
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    border: `1px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  label: { fontSize: tokens.fontSizeBase300 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
