/** 没有专用棋盘的棋种，简体中文。 */
export default {
  'plain.about': '采用通常规则。页面以文字显示局面，以按钮显示着法。',
  'plain.board': '局面：{position}',
  'plain.last': '上一手：{move}',
  'plain.dice': '骰子：{dice}',
  'plain.moves': '可下的着法',
};
