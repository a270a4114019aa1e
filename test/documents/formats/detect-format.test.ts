import { detectFormat } from '../../../src/documents/formats/detect-format.ts';

test.each([
  ['html', '<!DOCTYPE html>\n<html><body><p>会议</p></body></html>'],
  ['html', '<?xml version="1.0"?>\n<html><body></body></html>'],
  ['html', '<div><p>会议召开。</p></div>'],
  ['markdown', '---\ntitle: 会议\n---\n会议召开。'],
  ['markdown', '### 会议\n\n会议召开。'],
  ['markdown', '会议召开。[查看原文](https://a.example.cn/)'],
  ['markdown', '会议召开。<br>会议结束。'],
  ['plain', '会议召开。\n\n会议结束（1 < 2）。'],
])('%s is told by content', (format, source) => {
  expect(detectFormat(source)).toBe(format);
});
