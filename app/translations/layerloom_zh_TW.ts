<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>Layerloom</name>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check ended unexpectedly</source>
            <translation>形狀檢查意外結束</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check did not answer</source>
            <translation>形狀檢查沒有回應</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Starting PyTorch</source>
            <translation>正在啟動 PyTorch</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what}; it is tried again after your next change</source>
            <translation>{what}；會在您下一次更改後再試</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{file} ended the process that ran it, or did not come to an end</source>
            <translation>{file} 使執行它的行程結束，或一直沒有執行完</translation>
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what} and was started again</source>
            <translation>{what}，已重新啟動</translation>
        </message>
        <message>
            <location filename="../../app/appearance.py" />
            <source>The interface is drawn at {percent} % when Layerloom starts next time</source>
            <translation>下次啟動 Layerloom 時，介面會以 {percent} % 顯示</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove it and its uses</source>
            <translation>移除它和所有使用處</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolve its uses</source>
            <translation>拆解所有使用處</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <location filename="../../graph/validate_rules.py" />
            <source>Remove it</source>
            <translation>移除它</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>one block is dissolved at a time</source>
            <translation>一次只能拆解一個區塊</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>select a single one</source>
            <translation>請只選取一個</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{name!r} is no name for a class</source>
            <translation>{name!r} 不能作為類別名稱</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>use letters, digits and _</source>
            <translation>請使用字母、數字和 _</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove {name}?</source>
            <translation>要移除 {name} 嗎？</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/block_editing.py" />
            <source>It is used {n} times: {uses}.</source>
            <translation>
                <numerusform>它被使用了 {n} 次：{uses}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove the argument {name}?</source>
            <translation>要移除引數 {name} 嗎？</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{uses} set it, and would get {default} as all others do.</source>
            <translation>{uses} 設定了它，之後會和其他使用處一樣得到 {default}。</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>only a layer inside a block can get its value from the block</source>
            <translation>只有區塊內的層才能從區塊取得值</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolved into {layers}.</source>
            <translation>已拆解為{layers}。</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>PyTorch has a layer {name}</source>
            <translation>PyTorch 已有名為 {name} 的層</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <location filename="../../app/presets.py" />
            <location filename="../../train/weight_files.py" />
            <location filename="../../graph/block_arguments.py" />
            <location filename="../../graph/block_edits.py" />
            <location filename="../../graph/look_edits.py" />
            <location filename="../../graph/node_edits.py" />
            <location filename="../../graph/project_edits.py" />
            <location filename="../../graph/project_reader.py" />
            <source>choose another name</source>
            <translation>請選擇其他名稱</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <location filename="../../graph/look_edits.py" />
            <source>Change note</source>
            <translation>更改註記</translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Rename block to {name}</source>
            <translation>將區塊重新命名為 {name}</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Where you are</source>
            <translation>目前位置</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to the network</source>
            <translation>回到網路</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>not used yet</source>
            <translation>尚未使用</translation>
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to {block}</source>
            <translation>回到 {block}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align left</source>
            <translation>靠左對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align centres</source>
            <translation>水平置中對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align right</source>
            <translation>靠右對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align top</source>
            <translation>靠上對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align middles</source>
            <translation>垂直置中對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align bottom</source>
            <translation>靠下對齊</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute across</source>
            <translation>水平平均分布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute down</source>
            <translation>垂直平均分布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Straighten</source>
            <translation>拉直</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>along axis {axis}</source>
            <translation>沿軸 {axis}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>{type}, not trusted</source>
            <translation>{type}，未受信任</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card_fields.py" />
            <source>A name has letters, digits and _, and begins with no digit</source>
            <translation>名稱由字母、數字和 _ 組成，且不能以數字開頭</translation>
        </message>
        <message>
            <location filename="../../app/canvas/card_fields.py" />
            <source>There is already a layer named {name}</source>
            <translation>已有名為 {name} 的層</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/cutting.py" />
            <source>Cut {n} wires</source>
            <translation>
                <numerusform>切斷 {n} 條連線</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/deleting.py" />
            <source>Cut {n} items</source>
            <translation>
                <numerusform>剪下 {n} 個項目</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Cut {layer}</source>
            <translation>剪下 {layer}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete {n} items</source>
            <translation>
                <numerusform>刪除 {n} 個項目</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <location filename="../../app/step_words.py" />
            <source>Delete {layer}</source>
            <translation>刪除 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete point</source>
            <translation>刪除轉折點</translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete note</source>
            <translation>刪除註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <location filename="../../app/python_code.py" />
            <location filename="../../app/step_words.py" />
            <source>Add {layer}</source>
            <translation>新增 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <location filename="../../app/canvas/moving.py" />
            <source>Insert {layer}</source>
            <translation>插入 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/flow_legend.py" />
            <source>Gradient that flows back by each wire</source>
            <translation>沿每條連線流回的梯度</translation>
        </message>
        <message>
            <location filename="../../app/canvas/flow_legend.py" />
            <location filename="../../app/xray/drawing.py" />
            <location filename="../../graph/catalog/arguments.py" />
            <location filename="../../graph/catalog/typed.py" />
            <location filename="../../graph/python/check.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_initialize.py" />
            <location filename="../../graph/validate_shared_shapes.py" />
            <location filename="../../graph/validate_unroll.py" />
            <location filename="../../graph/style.py" />
            <source>none</source>
            <translation>無</translation>
        </message>
        <message>
            <location filename="../../app/canvas/flow_legend.py" />
            <location filename="../../app/canvas/group_legend.py" />
            <location filename="../../app/canvas/heat_legend.py" />
            <location filename="../../app/panels/argument_form.py" />
            <location filename="../../app/panels/data/augment_form.py" />
            <location filename="../../app/panels/probe/segments.py" />
            <location filename="../../app/panels/studio/group_table.py" />
            <location filename="../../app/shortcuts_dialog.py" />
            <source>{name}: {value}</source>
            <translation>{name}：{value}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/group_legend.py" />
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Parameter groups</source>
            <translation>參數群組</translation>
        </message>
        <message>
            <location filename="../../app/canvas/group_marks.py" />
            <source>parameter group {groups}</source>
            <translation>參數群組 {groups}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <location filename="../../app/panels/runs_table.py" />
            <source>Parameters</source>
            <translation>參數</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>Memory kept for the backward pass</source>
            <translation>為反向傳播保留的記憶體</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all for {basis}</source>
            <translation>{basis}共 {total}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all</source>
            <translation>共 {total}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Name of the layer</source>
            <translation>層的名稱</translation>
        </message>
        <message>
            <location filename="../../app/canvas/kept_notes.py" />
            <location filename="../../app/canvas/moved_notes.py" />
            <location filename="../../app/canvas/note_gestures.py" />
            <source>Move note</source>
            <translation>移動註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_choosing.py" />
            <source>{letters}: {node}, {port}</source>
            <translation>{letters}：{node}，{port}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_choosing.py" />
            <source>{choice}, wired</source>
            <translation>{choice}，已連線</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_sharing.py" />
            <source>Letters or arrows choose whose weights it shares.</source>
            <translation>以字母或方向鍵選擇要共用誰的權重。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_sharing.py" />
            <source>There is no other {type} whose weights {name} could share.</source>
            <translation>沒有其他 {type} 可讓 {name} 共用權重。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Letters or arrows choose, Enter wires, Delete unwires, W turns to the other side.</source>
            <translation>以字母或方向鍵選擇，Enter 連線，Delete 斷開，W 換到另一邊。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Nothing takes what {name} gives.</source>
            <translation>沒有任何節點能接受 {name} 的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Select one layer to wire it.</source>
            <translation>請選取一層來連線。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>Nothing gives what {name} could take.</source>
            <translation>沒有任何節點的輸出是 {name} 能接受的。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{name} gives nothing.</source>
            <translation>{name} 沒有輸出。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/key_wiring.py" />
            <source>{name} takes nothing.</source>
            <translation>{name} 沒有輸入。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/layer_bubble.py" />
            <source>About this layer</source>
            <translation>關於這一層</translation>
        </message>
        <message>
            <location filename="../../app/canvas/layer_facts.py" />
            <source>Left out here: what arrives goes past it.</source>
            <translation>在此略過：輸入直接通過。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/layer_facts.py" />
            <source>The shape stays as it is.</source>
            <translation>形狀保持不變。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/layer_facts.py" />
            <source>Axes {axes} keep length 1: of {numbers} numbers one is left.</source>
            <translation>
                <numerusform>軸 {axes} 保留長度 1：{numbers} 個數剩一個。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/layer_facts.py" />
            <source>Axes {axes} go: of {numbers} numbers one is left.</source>
            <translation>
                <numerusform>軸 {axes} 消失：{numbers} 個數剩一個。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/layer_facts.py" />
            <location filename="../../app/documenting.py" />
            <location filename="../../app/panels/palette.py" />
            <location filename="../../graph/addable.py" />
            <source>A block of this project.</source>
            <translation>此專案的區塊。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Minimap</source>
            <translation>小地圖</translation>
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Click or drag to look elsewhere</source>
            <translation>點按或拖曳以查看其他地方</translation>
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <location filename="../../app/canvas/rerouting.py" />
            <location filename="../../app/canvas/shifting.py" />
            <location filename="../../graph/moving_edits.py" />
            <source>Move</source>
            <translation>移動</translation>
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <source>Take {layers} off</source>
            <translation>取下 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_editor.py" />
            <source>Text of the note</source>
            <translation>註記的文字</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_editor.py" />
            <source>Write note</source>
            <translation>寫入註記</translation>
        </message>
        <message>
            <location filename="../../app/canvas/note_gestures.py" />
            <source>Resize note</source>
            <translation>調整註記大小</translation>
        </message>
        <message>
            <location filename="../../app/canvas/problem_bubble.py" />
            <source>What is wrong here</source>
            <translation>這裡的問題</translation>
        </message>
        <message>
            <location filename="../../app/canvas/rerouting.py" />
            <source>Lead wire</source>
            <translation>引導連線</translation>
        </message>
        <message>
            <location filename="../../app/canvas/tidying.py" />
            <source>Tidy up</source>
            <translation>整理</translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <source>Canvas</source>
            <translation>畫布</translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <source>Select one layer to repeat it.</source>
            <translation>請選取一個層再設定重複次數。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <source>{name} cannot be repeated.</source>
            <translation>{name} 無法重複。</translation>
        </message>
        <message>
            <location filename="../../app/canvas/wire_rules.py" />
            <source>Reconnect</source>
            <translation>重新連接</translation>
        </message>
        <message>
            <location filename="../../app/canvas_pane.py" />
            <source>Drag a layer from the left, or press Tab and type its name.</source>
            <translation>從左邊拖曳一層進來，或按 Tab 並輸入它的名稱。</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>from {layers}</source>
            <translation>來自 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>to {layers}</source>
            <translation>通往 {layers}</translation>
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>waits for {layer}</source>
            <translation>等待 {layer}</translation>
        </message>
        <message>
            <location filename="../../app/checking.py" />
            <source>One batch was learned by heart: the network can learn from this data.</source>
            <translation>一個批次已被背下來：這個網路能從這份資料學習。</translation>
        </message>
        <message>
            <location filename="../../app/checking.py" />
            <source>One batch was not learned by heart: look at the learning rate first, then at targets, loss and layers, or give it more epochs.</source>
            <translation>一個批次沒有被背下來：請先看學習率，再看目標、損失與層，或給更多週期。</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;No Colour</source>
            <translation>無顏色(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Red</source>
            <translation>紅色(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Orange</source>
            <translation>橙色(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Yellow</source>
            <translation>黃色(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Green</source>
            <translation>綠色(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Teal</source>
            <translation>藍綠色(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Blue</source>
            <translation>藍色(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>&amp;Purple</source>
            <translation>紫色(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/color_words.py" />
            <source>Gra&amp;y</source>
            <translation>灰色(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Type what you want to do</source>
            <translation>輸入您想做的事</translation>
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Nothing is called so</source>
            <translation>沒有這樣的命令</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;New</source>
            <translation>新增(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>New from &amp;Template...</source>
            <translation>從範本新增(&amp;T)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Begin with an example</source>
            <translation>從範例開始</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Open...</source>
            <translation>開啟(&amp;O)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Open a project</source>
            <translation>開啟專案</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>New &amp;Window</source>
            <translation>新增視窗(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Close</source>
            <translation>關閉(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Close the project in front</source>
            <translation>關閉最前面的專案</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Open Closed File A&amp;gain</source>
            <translation>重新開啟關閉的檔案(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Next Pro&amp;ject</source>
            <translation>下一個專案(&amp;J)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Bring the next tab to front</source>
            <translation>將下一個分頁帶到最前面</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Previous Project</source>
            <translation>上一個專案</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Or the one before</source>
            <translation>或前一個</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Move Project to Ne&amp;w Window</source>
            <translation>將專案移到新視窗(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Save</source>
            <translation>儲存(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Save the project</source>
            <translation>儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Save &amp;As...</source>
            <translation>另存新檔(&amp;A)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Earlier &amp;Versions...</source>
            <translation>較早的版本(&amp;V)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>What the file was before it was saved</source>
            <translation>檔案儲存之前的樣子</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Load &amp;Weights...</source>
            <translation>載入權重(&amp;W)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Start from the weights of a file</source>
            <translation>從檔案中的權重開始</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export &amp;Source...</source>
            <translation>匯出原始碼(&amp;S)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export &amp;Training Script...</source>
            <translation>匯出訓練程式(&amp;T)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export &amp;Features...</source>
            <translation>匯出特徵(&amp;F)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Write code that returns what the selected layers give</source>
            <translation>寫出會傳回所選各層輸出的程式碼</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export &amp;Picture...</source>
            <translation>匯出圖片(&amp;P)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Copy P&amp;icture</source>
            <translation>複製圖片(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>To paste into a document</source>
            <translation>以便貼到文件中</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Quit</source>
            <translation>結束(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Undo</source>
            <translation>復原(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Undo</source>
            <translation>復原</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;History</source>
            <translation>歷程(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Every step, to go back to any</source>
            <translation>每一個步驟，可回到任何一步</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Cu&amp;t</source>
            <translation>剪下(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Copy</source>
            <translation>複製(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Paste</source>
            <translation>貼上(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Paste and &amp;Wire</source>
            <translation>貼上並連線(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Paste, wired to what it was wired to</source>
            <translation>貼上，並連到原本所連的地方</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Save as &amp;Preset...</source>
            <translation>儲存為預設組合(&amp;P)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Keep the selection in the palette</source>
            <translation>將選取的部分保留在層面板中</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>D&amp;uplicate</source>
            <translation>再製(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Delete</source>
            <translation>刪除(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Put into a &amp;Frame</source>
            <translation>放進外框(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Remove Fra&amp;me</source>
            <translation>移除外框(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Make &amp;Block</source>
            <translation>建立區塊(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Make a block of the selection</source>
            <translation>把選取的部分做成區塊</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Disso&amp;lve Block</source>
            <translation>拆解區塊(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Open Block</source>
            <translation>開啟區塊(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Look into the selected block</source>
            <translation>查看選取區塊的內部</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go &amp;Out of Block</source>
            <translation>離開區塊(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Out to where the block is used</source>
            <translation>回到使用這個區塊的地方</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Mute</source>
            <translation>略過(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Let what arrives go past, or no longer</source>
            <translation>讓輸入直接通過，或不再如此</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Collapse</source>
            <translation>收合(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show the title alone, or all again</source>
            <translation>只顯示標題，或再顯示全部</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Add &amp;Note</source>
            <translation>新增註記(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Lay a note on the canvas and write in it</source>
            <translation>在畫布上放一張註記並寫入文字</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Plain Frame</source>
            <translation>純外框(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>A frame that is nothing in code</source>
            <translation>在程式碼中不代表任何東西的外框</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Left</source>
            <translation>靠左(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align the left edges</source>
            <translation>對齊左緣</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Centre</source>
            <translation>水平置中(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align the centres</source>
            <translation>對齊中心</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Right</source>
            <translation>靠右(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align the right edges</source>
            <translation>對齊右緣</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Top</source>
            <translation>靠上(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align the upper edges</source>
            <translation>對齊上緣</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Middle</source>
            <translation>垂直置中(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align on one line</source>
            <translation>對齊在一條線上</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Bottom</source>
            <translation>靠下(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Align the lower edges</source>
            <translation>對齊下緣</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Across</source>
            <translation>水平(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Even gaps from left to right</source>
            <translation>由左到右間距相等</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Down</source>
            <translation>垂直(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Even gaps from top to bottom</source>
            <translation>由上到下間距相等</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>St&amp;raighten</source>
            <translation>拉直(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Level the wires of what is selected</source>
            <translation>把選取部分的連線拉平</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Connected</source>
            <translation>相連的(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select all that wires join to it</source>
            <translation>選取所有以連線相接的節點</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Upstream</source>
            <translation>上游(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select all that leads to it</source>
            <translation>選取所有通往它的節點</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Downstream</source>
            <translation>下游(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select all that follows from it</source>
            <translation>選取所有接在它之後的節點</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Frame</source>
            <translation>外框(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select all of the frame around it</source>
            <translation>選取周圍外框中的全部</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Next</source>
            <translation>下一個(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>On to what the wire leads to</source>
            <translation>前往連線通往的節點</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Previous</source>
            <translation>上一個(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Back to where the wire comes from</source>
            <translation>回到連線的來源</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Above</source>
            <translation>上方(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>To the branch above</source>
            <translation>前往上方的分支</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Below</source>
            <translation>下方(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>To the branch below</source>
            <translation>前往下方的分支</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Next, &amp;Too</source>
            <translation>也選下一個(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select the next, too</source>
            <translation>也選取下一個</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Previous, T&amp;oo</source>
            <translation>也選上一個(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>The one before, too</source>
            <translation>也選取前一個</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Above, To&amp;o</source>
            <translation>也選上方(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>The one above, too</source>
            <translation>也選取上方那個</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Below, &amp;Too</source>
            <translation>也選下方(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>The one below, too</source>
            <translation>也選取下方那個</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Wire</source>
            <translation>連線(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Wire the selected layer by keys</source>
            <translation>以鍵盤為選取的層連線</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Re&amp;peat</source>
            <translation>重複(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Say how often the selected layer stands there</source>
            <translation>指定選取的層重複幾次</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Share Weights</source>
            <translation>共用權重(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Let it call another layer's weights</source>
            <translation>讓它使用另一層的權重</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Edit Ar&amp;guments</source>
            <translation>編輯引數(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go to its arguments at the right</source>
            <translation>前往右邊它的引數</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Next Pa&amp;rt</source>
            <translation>下一個部分(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>On to the next part of the window</source>
            <translation>前往視窗的下一個部分</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Previous Part</source>
            <translation>上一個部分</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Back to the part before</source>
            <translation>回到視窗的前一個部分</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>About This La&amp;yer</source>
            <translation>關於這一層(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>What it is for, its shape, weights</source>
            <translation>用途、形狀與權重</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Select &amp;All</source>
            <translation>全選(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Rename</source>
            <translation>重新命名(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Edit the name on the card</source>
            <translation>在卡片上編輯名稱</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Find...</source>
            <translation>尋找(&amp;F)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <location filename="../../app/finder.py" />
            <source>Find in nodes, arguments, notes</source>
            <translation>在節點、引數與註記中尋找</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Next Block</source>
            <translation>下一個區塊(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Look into the next block</source>
            <translation>查看下一個區塊的內部</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Pre&amp;vious Block</source>
            <translation>上一個區塊(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go &amp;Back</source>
            <translation>上一頁(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Back to where you were</source>
            <translation>回到剛才的位置</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go For&amp;ward</source>
            <translation>下一頁(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Forward to where you came back from</source>
            <translation>前往剛才返回前的位置</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Add Layer...</source>
            <translation>新增層(&amp;A)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Zoom &amp;In</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Zoom &amp;Out</source>
            <translation>縮小(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Actual Size</source>
            <translation>實際大小(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Fit Network</source>
            <translation>顯示整個網路(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show the whole network</source>
            <translation>顯示整個網路</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Fit S&amp;election</source>
            <translation>顯示選取部分(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show what is selected</source>
            <translation>顯示選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Minimap</source>
            <translation>小地圖(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show a map of it all</source>
            <translation>顯示全圖的小地圖</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Tidy Up</source>
            <translation>整理(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Arrange the layers from left to right</source>
            <translation>把各層由左到右排好</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Wrap Long Chains</source>
            <translation>長鏈換行(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Tidy into rows, as text</source>
            <translation>像文字一樣整理成多列</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Left to Right</source>
            <translation>由左到右(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Wires lead to the right</source>
            <translation>連線通往右邊</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Top to Bottom</source>
            <translation>由上到下(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Wires lead down</source>
            <translation>連線通往下方</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Snap to Guides</source>
            <translation>貼齊參考線(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Drag into line with other cards</source>
            <translation>拖曳時與其他卡片對齊</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>T&amp;humbnails</source>
            <translation>縮圖(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show beside each layer what it gives</source>
            <translation>在每一層旁顯示它的輸出</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;X-ray</source>
            <translation>X 光(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show beside each layer what it gives and learns while it trains</source>
            <translation>訓練時在每一層旁顯示它輸出什麼、學到什麼</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>X-ray of &amp;Gradients</source>
            <translation>梯度的 X 光(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show gradients instead of activations</source>
            <translation>顯示梯度而非激活值</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <location filename="../../app/languages.py" />
            <source>&amp;System</source>
            <translation>系統(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Light</source>
            <translation>淺色(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Reduce Motion</source>
            <translation>減少動畫(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Let nothing glide</source>
            <translation>不要有滑動效果</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Nothing</source>
            <translation>無(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Parameters</source>
            <translation>參數(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;FLOPs</source>
            <translation>&amp;FLOPs</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Memory</source>
            <translation>記憶體(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Source St&amp;yle</source>
            <translation>原始碼風格(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>How the source is written</source>
            <translation>原始碼的寫法</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>F&amp;ull Screen</source>
            <translation>全螢幕(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>P&amp;resent</source>
            <translation>簡報(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>The network alone, on the whole screen</source>
            <translation>全螢幕只顯示網路</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Train</source>
            <translation>訓練(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Train the network</source>
            <translation>訓練網路</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Check Before Training</source>
            <translation>訓練前檢查(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Look at data and loss</source>
            <translation>檢視資料與損失</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Overfit One Batch</source>
            <translation>過擬合一個批次(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>A sound network learns one batch by heart</source>
            <translation>健全的網路能把一個批次背下來</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Pause</source>
            <translation>暫停(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Pause the run, or let it go on</source>
            <translation>暫停執行，或讓它繼續</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Stop</source>
            <translation>停止(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <location filename="../../app/train_button.py" />
            <source>Stop the run after a checkpoint</source>
            <translation>存下檢查點後停止執行</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Find a &amp;Learning Rate...</source>
            <translation>尋找學習率(&amp;L)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>A range test on a copy of the network</source>
            <translation>在網路的副本上做範圍測試</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Find a Batch Si&amp;ze...</source>
            <translation>尋找批次大小(&amp;Z)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Doubled until memory gives out</source>
            <translation>加倍直到記憶體用盡</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Pro&amp;be</source>
            <translation>探測(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Run the network once and see what every layer gives</source>
            <translation>執行網路一次，看每一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Step &amp;On</source>
            <translation>往前一步(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show what the next layer gives</source>
            <translation>顯示下一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Step &amp;Back</source>
            <translation>往回一步(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Show what the layer before gives</source>
            <translation>顯示前一層的輸出</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Next Proble&amp;m</source>
            <translation>下一個問題(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go to what is wrong next</source>
            <translation>前往下一個出錯的地方</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Previous Problem</source>
            <translation>上一個問題</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go to what is wrong before</source>
            <translation>前往上一個出錯的地方</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Fi&amp;x All That Is Safe</source>
            <translation>修正所有可放心修正的問題(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Apply every safe fix at once</source>
            <translation>一次套用所有可放心的修正</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Continue a Run</source>
            <translation>繼續某次訓練(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Go on where it stopped</source>
            <translation>從停下的地方繼續</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Past R&amp;uns</source>
            <translation>過去的訓練(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Compare what was trained</source>
            <translation>比較訓練過的結果</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export Sc&amp;ript of the Run...</source>
            <translation>匯出這次訓練的程式(&amp;R)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Export Cur&amp;ves...</source>
            <translation>匯出曲線(&amp;V)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>As PNG, SVG or CSV</source>
            <translation>存成 PNG、SVG 或 CSV</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Open &amp;Folder of the Run</source>
            <translation>開啟執行資料夾(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Command Palette...</source>
            <translation>命令面板(&amp;C)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Find any command</source>
            <translation>尋找任何命令</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Documentation</source>
            <translation>說明文件(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>What PyTorch says of the layer</source>
            <translation>PyTorch 對這一層的說明</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Keyboard &amp;Shortcuts...</source>
            <translation>鍵盤快速鍵(&amp;S)...</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>List and change the shortcuts</source>
            <translation>列出並更改快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Take the &amp;Tour</source>
            <translation>開始導覽(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <location filename="../../app/welcome/start_page.py" />
            <source>In two minutes, to a network that has learned</source>
            <translation>兩分鐘內做出學會的網路</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;About Layerloom</source>
            <translation>關於 Layerloom(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>C&amp;olour</source>
            <translation>顏色(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;File</source>
            <translation>檔案(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Edit</source>
            <translation>編輯(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;View</source>
            <translation>檢視(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Run</source>
            <translation>執行(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Help</source>
            <translation>說明(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Open &amp;Example</source>
            <translation>開啟範例(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Open &amp;Recent</source>
            <translation>開啟最近的檔案(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Se&amp;lect More</source>
            <translation>選取更多(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Go to Layer</source>
            <translation>前往層(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Ali&amp;gn</source>
            <translation>對齊(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>D&amp;istribute</source>
            <translation>平均分布(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Layo&amp;ut</source>
            <translation>版面配置(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Tint by &amp;Cost</source>
            <translation>依成本上色(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Theme</source>
            <translation>佈景主題(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Language</source>
            <translation>語言(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>Interface S&amp;ize</source>
            <translation>介面大小(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../app/commands.py" />
            <source>&amp;Panels</source>
            <translation>面板(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>Pictures (*.png)</source>
            <translation>圖片 (*.png)</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>Drawings (*.svg)</source>
            <translation>向量圖 (*.svg)</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>Export the curves</source>
            <translation>匯出曲線</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>The curves were not exported</source>
            <translation>曲線沒有匯出</translation>
        </message>
        <message>
            <location filename="../../app/curve_exporting.py" />
            <source>Exported {file}</source>
            <translation>已匯出 {file}</translation>
        </message>
        <message>
            <location filename="../../app/detaching.py" />
            <source>Detach {panel}</source>
            <translation>分離{panel}</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>They are lost if you do not save them.</source>
            <translation>若不儲存，這些變更將會遺失。</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <location filename="../../app/drops/target_dialog.py" />
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <location filename="../../app/safety/recovery.py" />
            <source>Discard</source>
            <translation>丟棄</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>Save</source>
            <translation>儲存</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <location filename="../../app/panels/studio/search_dialog.py" />
            <location filename="../../app/project_tabs.py" />
            <location filename="../../app/safety/choice_dialog.py" />
            <location filename="../../app/safety/compare_dialog.py" />
            <location filename="../../app/safety/file_guard.py" />
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Close</source>
            <translation>關閉</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <location filename="../../app/drops/dropped.py" />
            <source>Open project</source>
            <translation>開啟專案</translation>
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>Save the changes to {name}?</source>
            <translation>要儲存對 {name} 的變更嗎？</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Layers, outline and history</source>
            <translation>層、大綱與歷程</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Below the canvas</source>
            <translation>畫布下方</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Toolbar</source>
            <translation>工具列</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/documenting.py" />
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Layers</source>
            <translation>層</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Outline</source>
            <translation>大綱</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/history.py" />
            <source>History</source>
            <translation>歷程</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Inspector</source>
            <translation>檢視器</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Problems, Source, Training, Runs, Predictions, Probe, Data, Model</source>
            <translation>問題、原始碼、訓練、訓練紀錄、預測、探測、資料、模型</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/main_window.py" />
            <location filename="../../app/panels/problem_list.py" />
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/source_view.py" />
            <source>Source</source>
            <translation>原始碼</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <location filename="../../app/panels/training_panel.py" />
            <source>Training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/runs_panel.py" />
            <source>Runs</source>
            <translation>訓練紀錄</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Predictions</source>
            <translation>預測</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Probe</source>
            <translation>探測</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/data/data_panel.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Data</source>
            <translation>資料</translation>
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../app/documentation/page.py" />
            <source>PyTorch's documentation</source>
            <translation>PyTorch 的文件</translation>
        </message>
        <message>
            <location filename="../../app/documentation/page.py" />
            <source>One moment: PyTorch is being asked.</source>
            <translation>請稍候：正在詢問 PyTorch。</translation>
        </message>
        <message>
            <location filename="../../app/documentation/page.py" />
            <source>There is no documentation of this.</source>
            <translation>沒有這方面的說明文件。</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Documentation</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <location filename="../../app/tour/bubble.py" />
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <source>Forward</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <source>Find on this page</source>
            <translation>在此頁中尋找</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <source>Found before</source>
            <translation>前一個符合處</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <source>Found next</source>
            <translation>下一個符合處</translation>
        </message>
        <message>
            <location filename="../../app/documentation/window.py" />
            <source>{n} of {all}</source>
            <translation>第 {n} 個，共 {all} 個</translation>
        </message>
        <message>
            <location filename="../../app/documenting.py" />
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../graph/style.py" />
            <source>Arguments</source>
            <translation>引數</translation>
        </message>
        <message>
            <location filename="../../app/drops/data_edit.py" />
            <source>Train on {name}</source>
            <translation>以 {name} 訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>{file}: ONNX files cannot be read yet; weights can, as .safetensors or .pt</source>
            <translation>{file}：尚無法讀取 ONNX 檔案；權重可用 .safetensors 或 .pt 讀取</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>One picture is no data set: drop the folder that holds a folder for each class</source>
            <translation>一張圖片不成資料集：請拖放其中每個類別各有一個資料夾的資料夾</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Open {n} projects</source>
            <translation>開啟 {n} 個專案</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/dropped.py" />
            <source>Train on these images ({n} classes)</source>
            <translation>
                <numerusform>以這些影像訓練（{n} 個類別）</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on these images</source>
            <translation>以這些影像訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on these arrays</source>
            <translation>以這些陣列訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on these images and masks</source>
            <translation>以這些影像與遮罩訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Start from these weights</source>
            <translation>從這些權重開始</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Add a layer from this Python file</source>
            <translation>從這個 Python 檔案新增一層</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on this table</source>
            <translation>以這個表格訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on this data set</source>
            <translation>以這個資料集訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>Train on this text</source>
            <translation>以這份文字訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>{file} is nothing that can be dropped here: drop a project (.loom.yaml), weights, a folder of images or texts, a table (.csv, .parquet), arrays (.npz, .npy, .pt, IDX), a text (.txt) or a Python file</source>
            <translation>{file} 不能拖放到這裡：請拖放專案 (.loom.yaml)、權重、影像或文字的資料夾、表格 (.csv、.parquet)、陣列 (.npz、.npy、.pt、IDX)、文字 (.txt) 或 Python 檔案</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>{folder} holds no images, no project and no table: images of each class lie in a folder of their own</source>
            <translation>{folder} 中沒有影像、專案或表格：每個類別的影像應各放在自己的資料夾中</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>{file} is not there</source>
            <translation>{file} 不存在</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropped.py" />
            <source>{file} is no ordinary file</source>
            <translation>{file} 不是一般的檔案</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropping.py" />
            <source>Trains on {name}: {facts}</source>
            <translation>以 {name} 訓練：{facts}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/dropping.py" />
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>{n} samples</source>
            <translation>
                <numerusform>{n} 個樣本</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/dropping.py" />
            <source>{n} classes</source>
            <translation>
                <numerusform>{n} 個類別</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/drops/dropping.py" />
            <source>Looking at {file}...</source>
            <translation>正在查看 {file}…</translation>
        </message>
        <message>
            <location filename="../../app/drops/dropping.py" />
            <source>Reading {file}...</source>
            <translation>正在讀取 {file}…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/target_dialog.py" />
            <source>{n} rows</source>
            <translation>
                <numerusform>{n} 列</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/target_dialog.py" />
            <source>{n} columns</source>
            <translation>
                <numerusform>{n} 欄</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/drops/target_dialog.py" />
            <source>Target column</source>
            <translation>目標欄</translation>
        </message>
        <message>
            <location filename="../../app/drops/target_dialog.py" />
            <source>Use This Table</source>
            <translation>使用此表格</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/drops/target_dialog.py" />
            <location filename="../../app/panels/data/data_panel.py" />
            <source>{n} classes: {names}</source>
            <translation>
                <numerusform>{n} 個類別：{names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/drops/target_dialog.py" />
            <source>numbers from {low} to {high}</source>
            <translation>從 {low} 到 {high} 的數值</translation>
        </message>
        <message>
            <location filename="../../app/drops/target_dialog.py" />
            <source>Train on {file}</source>
            <translation>以 {file} 訓練</translation>
        </message>
        <message>
            <location filename="../../app/drops/target_dialog.py" />
            <source>Which column is to be foretold from the others?</source>
            <translation>要從其他欄預測哪一欄？</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste</source>
            <translation>貼上</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Add {name}</source>
            <translation>新增 {name}</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: {words}. What can be pasted are copied layers, and the text of a project.</source>
            <translation>未貼上：{words}。可以貼上的是複製的層，以及專案的文字。</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: line {line} of the text: {words}.</source>
            <translation>未貼上：文字第 {line} 行：{words}。</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste and wire</source>
            <translation>貼上並連線</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Duplicate</source>
            <translation>再製</translation>
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not wired: {words}</source>
            <translation>未連線：{words}</translation>
        </message>
        <message>
            <location filename="../../app/evaluating.py" />
            <location filename="../../train/data/csv_file.py" />
            <location filename="../../train/data/numpy_files.py" />
            <location filename="../../train/data/picture_files.py" />
            <location filename="../../train/data/text.py" />
            <source>{name}: cannot be read ({reason})</source>
            <translation>{name}：無法讀取（{reason}）</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Pictures (*.png *.svg *.pdf)</source>
            <translation>圖片 (*.png *.svg *.pdf)</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export source</source>
            <translation>匯出原始碼</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/file_handling.py" />
            <source>Python (*.py)</source>
            <translation>Python (*.py)</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export training script</source>
            <translation>匯出訓練程式</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export features</source>
            <translation>匯出特徵</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export picture</source>
            <translation>匯出圖片</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Copied the picture</source>
            <translation>已複製圖片</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export the script of {run}</source>
            <translation>匯出 {run} 的訓練程式</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>No layer is selected</source>
            <translation>沒有選取任何層</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Select the layers whose output you want.</source>
            <translation>請選取您想要其輸出的層。</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>There is no source yet</source>
            <translation>還沒有原始碼</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>The file was not written</source>
            <translation>檔案未寫入</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>There is no script of this run</source>
            <translation>這次訓練沒有訓練程式</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The network imports {file} itself; export under another name.</source>
            <translation>網路本身會匯入 {file}；請以其他名稱匯出。</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The picture was not written</source>
            <translation>圖片未寫入</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>Wrote {file}</source>
            <translation>已寫入 {file}</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>{file} was not laid beside it</source>
            <translation>未將 {file} 放在旁邊</translation>
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Another {file} is there already; export into another folder.</source>
            <translation>那裡已有另一個 {file}；請匯出到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Layerloom projects (*.loom.yaml);;YAML files (*.yaml *.yml);;All files (*)</source>
            <translation>Layerloom 專案 (*.loom.yaml);;YAML 檔案 (*.yaml *.yml);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <location filename="../../app/panels/python_part.py" />
            <source>Choose a Python file</source>
            <translation>選擇 Python 檔案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>No file was closed since the window is open.</source>
            <translation>視窗開啟以來沒有關閉過檔案。</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Save project</source>
            <translation>儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>{file} is open in another tab. Save under another name, or close it first.</source>
            <translation>{file} 已在另一個分頁中開啟。請以其他名稱儲存，或先關閉它。</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>The project was not saved</source>
            <translation>專案未儲存</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <location filename="../../app/safety/earlier_versions.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>This file was not opened</source>
            <translation>未開啟此檔案</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>Save As...</source>
            <translation>另存新檔...</translation>
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Try Again</source>
            <translation>再試一次</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Find</source>
            <translation>尋找</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Found nowhere</source>
            <translation>找不到</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>block</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <location filename="../../app/panels/block_page.py" />
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/note_field.py" />
            <location filename="../../app/panels/runs_table.py" />
            <source>Note</source>
            <translation>註記</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it is too long</source>
            <translation>文字太長</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>a project file holds no data</source>
            <translation>專案檔不含資料</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it has no layers</source>
            <translation>其中沒有層</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>they stand under nodes:</source>
            <translation>層應寫在 nodes: 之下</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>write - image.output -&gt; conv1.input</source>
            <translation>請寫成 - image.output -&gt; conv1.input</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>layers stand under nodes:</source>
            <translation>層應寫在 nodes: 之下</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>it says no layers</source>
            <translation>其中沒有描述任何層</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>{key} is no list of wires</source>
            <translation>{key} 不是連線的清單</translation>
        </message>
        <message>
            <location filename="../../app/fragments.py" />
            <source>there is no key {key}</source>
            <translation>沒有 {key} 這個鍵</translation>
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Undo {step}</source>
            <translation>復原{step}</translation>
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Redo {step}</source>
            <translation>重做{step}</translation>
        </message>
        <message>
            <location filename="../../app/help.py" />
            <source>Draw a neural network, see every shape while you wire, train it, and take away clean PyTorch.

Apache License 2.0. Built on PyTorch, Qt for Python, networkx, pyqtgraph and pytorch-ignite.</source>
            <translation>畫出神經網路，連線時就看到每個形狀，訓練它，並帶走乾淨的 PyTorch 程式碼。

Apache License 2.0。建構於 PyTorch、Qt for Python、networkx、pyqtgraph 與 pytorch-ignite。</translation>
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Last of the run</source>
            <translation>執行的最後結果</translation>
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Best of the run</source>
            <translation>執行的最佳結果</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/keeping_runs.py" />
            <source>Delete {n} runs?</source>
            <translation>
                <numerusform>要刪除 {n} 次訓練嗎？</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>Their checkpoints and weights go with them: {names}</source>
            <translation>檢查點和權重會一起刪除：{names}</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>List runs</source>
            <translation>列出訓練</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>Select one run first.</source>
            <translation>請先選取一次訓練。</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>{run} is going on. Stop it first.</source>
            <translation>{run} 還在進行，請先停止它。</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>There is no trash for {folder}. Deleting cannot be undone.</source>
            <translation>{folder} 沒有垃圾桶。刪除後無法復原。</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>No run of this project was stopped or killed.</source>
            <translation>這個專案沒有被停止或中斷的訓練。</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>Move to Trash</source>
            <translation>移到垃圾桶</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>Delete for good?</source>
            <translation>要永久刪除嗎？</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>There are no curves yet.</source>
            <translation>還沒有曲線。</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>This network was not opened</source>
            <translation>這個網路沒有開啟</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>The network of {run}, as it was trained</source>
            <translation>{run} 訓練時的網路</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>Delete for Good</source>
            <translation>永久刪除</translation>
        </message>
        <message>
            <location filename="../../app/keeping_runs.py" />
            <source>{run} could not be deleted ({reason})</source>
            <translation>無法刪除 {run}（{reason}）</translation>
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Press keys</source>
            <translation>請按下按鍵</translation>
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Shortcut of {command}</source>
            <translation>{command}的快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection</source>
            <translation>會移動選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection far</source>
            <translation>會大幅移動選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; held, it lets the mouse move the canvas</source>
            <translation>會搜尋層；按住時可用滑鼠移動畫布</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>opens what is selected</source>
            <translation>會開啟選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>lets go</source>
            <translation>會取消</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; elsewhere it goes to the next field</source>
            <translation>會搜尋層；在其他地方則前往下一個欄位</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>goes to the field before</source>
            <translation>會前往上一個欄位</translation>
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>{keys} {does}; choose others.</source>
            <translation>{keys} {does}；請選擇其他按鍵。</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Weights (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation>權重 (*.safetensors *.pt *.pth);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Load weights</source>
            <translation>載入權重</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Look at weights</source>
            <translation>查看權重</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Tables of names (*.txt *.yaml *.yml);;All files (*)</source>
            <translation>名稱對照表 (*.txt *.yaml *.yml);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Table of names</source>
            <translation>名稱對照表</translation>
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Training starts from {file}</source>
            <translation>訓練將從 {file} 開始</translation>
        </message>
        <message>
            <location filename="../../app/look_commands.py" />
            <source>Add note</source>
            <translation>新增註記</translation>
        </message>
        <message>
            <location filename="../../app/looking_client.py" />
            <source>the process that reads the data ended, perhaps for want of memory</source>
            <translation>讀取資料的程序已結束，可能是記憶體不足</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Resume</source>
            <translation>繼續</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Pause</source>
            <translation>暫停</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Problems  {count}</source>
            <translation>問題  {count}</translation>
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Saved {file}</source>
            <translation>已儲存 {file}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/act_words.py" />
            <source>{n} epochs</source>
            <translation>
                <numerusform>{n} 個週期</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>paused</source>
            <translation>已暫停</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>evaluated</source>
            <translation>已評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>checkpoint</source>
            <translation>檢查點</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>{nodes} frozen</source>
            <translation>已凍結 {nodes}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>{nodes} unfrozen</source>
            <translation>已解凍 {nodes}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>no schedule any more</source>
            <translation>不再使用排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>stops after this epoch</source>
            <translation>會在此週期後停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>does not stop after this epoch</source>
            <translation>不會在此週期後停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <location filename="../../app/panels/run_view.py" />
            <source>rate {rate}</source>
            <translation>學習率 {rate}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>weight decay {value}</source>
            <translation>權重衰減 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>dropout {value}</source>
            <translation>dropout {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>back to epoch {epoch}</source>
            <translation>回到週期 {epoch}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>evaluated: {values}</source>
            <translation>已評估：{values}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>schedule {name}</source>
            <translation>排程 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/act_words.py" />
            <source>patience anew</source>
            <translation>重新計算耐心</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to the default</source>
            <translation>還原為預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Advanced</source>
            <translation>進階</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Make {name} an argument of the block</source>
            <translation>將 {name} 設為區塊的引數</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to {value}</source>
            <translation>還原為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>the default</source>
            <translation>預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>width</source>
            <translation>width</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of a new argument</source>
            <translation>新引數的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of the new argument</source>
            <translation>新引數的預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/palette.py" />
            <source>Add</source>
            <translation>新增</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>give it a value</source>
            <translation>請給它一個值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of the argument {name}</source>
            <translation>引數 {name} 的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of {name}</source>
            <translation>{name} 的預設值</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../graph/definitions.py" />
            <location filename="../../graph/python/check.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_graph.py" />
            <location filename="../../graph/validate_sharing.py" />
            <source>Remove {name}</source>
            <translation>移除 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} here</source>
            <translation>此處為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>there is an argument {name} already</source>
            <translation>已有引數 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} as it is looked at now</source>
            <translation>以目前查看的使用處為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/block_page.py" />
            <source>Name of the block</source>
            <translation>區塊的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/palette.py" />
            <location filename="../../graph/recoloring.py" />
            <source>Open</source>
            <translation>開啟</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Dissolve</source>
            <translation>拆解</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/block_head.py" />
            <source>used {n} times</source>
            <translation>
                <numerusform>使用 {n} 次</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Block</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>What is this block for?</source>
            <translation>這個區塊的用途是什麼？</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <location filename="../../graph/block_edits.py" />
            <source>Remove block</source>
            <translation>移除區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Not used yet: drag it out of the palette.</source>
            <translation>尚未使用：請從層面板拖曳出來。</translation>
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Used by {uses}.</source>
            <translation>由 {uses} 使用。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Check now</source>
            <translation>立即檢查</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Overfit one batch</source>
            <translation>過擬合一個批次</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Trains on one batch alone: a sound network learns it by heart. Nothing is changed.</source>
            <translation>只用一個批次訓練：健全的網路能把它背下來。不會改動任何設定。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Data, network and loss are looked at before the first step of every run.</source>
            <translation>每次訓練的第一步之前都會檢視資料、網路與損失。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checklist.py" />
            <source>{n} checks say that training cannot go well.</source>
            <translation>
                <numerusform>{n} 項檢查顯示訓練無法順利進行。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/checklist.py" />
            <source>{n} checks are worth a look.</source>
            <translation>
                <numerusform>{n} 項檢查值得一看。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Nothing is wrong.</source>
            <translation>一切正常。</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>well</source>
            <translation>正常</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>worth a look</source>
            <translation>值得一看</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>wrong</source>
            <translation>有問題</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <location filename="../../graph/muting.py" />
            <location filename="../../graph/validate.py" />
            <source>left out</source>
            <translation>略過</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>Show {node}</source>
            <translation>顯示 {node}</translation>
        </message>
        <message>
            <location filename="../../app/panels/checklist.py" />
            <source>What to do: {advice}</source>
            <translation>建議：{advice}</translation>
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour</source>
            <translation>顏色</translation>
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour: {color}</source>
            <translation>顏色：{color}</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Logarithmic across</source>
            <translation>橫軸用對數</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Logarithmic up</source>
            <translation>縱軸用對數</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Smoothing</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Show all of the curves again</source>
            <translation>再次顯示整條曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Show</source>
            <translation>顯示</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Which curves are shown, and on which axes</source>
            <translation>顯示哪些曲線，用哪種座標軸</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Export</source>
            <translation>匯出</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Write the curves into a file</source>
            <translation>把曲線寫成檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Per epoch</source>
            <translation>每個週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Per step</source>
            <translation>每一步</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>How much of what came before goes into a value</source>
            <translation>先前的值佔多少比重</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>As a picture (PNG)...</source>
            <translation>存成圖片 (PNG)...</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>As a drawing (SVG)...</source>
            <translation>存成向量圖 (SVG)...</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>As numbers (CSV)...</source>
            <translation>存成數值 (CSV)...</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_bar.py" />
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>learning rate</source>
            <translation>學習率</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>gradient norm</source>
            <translation>梯度範數</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <location filename="../../app/panels/runs_table.py" />
            <source>samples/s</source>
            <translation>樣本/秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>memory in MB</source>
            <translation>記憶體（MB）</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <location filename="../../app/panels/run_view.py" />
            <source>train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>valid</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>process</source>
            <translation>行程</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>device</source>
            <translation>裝置</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <location filename="../../app/panels/steering_row.py" />
            <source>group {number}</source>
            <translation>群組 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/curve_lines.py" />
            <source>rate</source>
            <translation>學習率</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <source>this run</source>
            <translation>這次訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <location filename="../../app/panels/curves.py" />
            <source>epoch</source>
            <translation>週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Add a way to vary samples</source>
            <translation>加入一種變化樣本的方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Add a step</source>
            <translation>加入步驟</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Samples are trained on as they are. What is held out always stays so.</source>
            <translation>樣本會原樣用於訓練。保留的部分一律保持原樣。</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Move {name}</source>
            <translation>移動 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <location filename="../../train/checks_augment.py" />
            <location filename="../../train/checks_last_layer.py" />
            <source>Leave out {name}</source>
            <translation>略過 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <location filename="../../app/panels/losses_form.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/regularity_form.py" />
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../app/searching.py" />
            <location filename="../../train/group_edits.py" />
            <location filename="../../train/schedule_edits.py" />
            <location filename="../../graph/python/choosing.py" />
            <source>Set {name}</source>
            <translation>設定 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <source>Earlier</source>
            <translation>提前</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <location filename="../../app/safety/recovery.py" />
            <source>Later</source>
            <translation>稍後</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_form.py" />
            <location filename="../../train/diagnosis/activations.py" />
            <location filename="../../train/diagnosis/gradients.py" />
            <source>Leave it out</source>
            <translation>略過它</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>training sample {index}: as it is, and {n} draws</source>
            <translation>訓練樣本 {index}：原樣與 {n} 次抽樣</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>Draw Again</source>
            <translation>重新抽樣</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>Sample before</source>
            <translation>上一個樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>Next sample</source>
            <translation>下一個樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>Draws of a sample</source>
            <translation>樣本的抽樣結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/augment_page.py" />
            <source>as it is: {label}</source>
            <translation>原樣：{label}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/balance.py" />
            <source>Samples of each class</source>
            <translation>各類別的樣本數</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/balance.py" />
            <source>Pixels of each class</source>
            <translation>每個類別的像素</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Of {n} samples, spread over all of them: the set is too large to count whole.</source>
            <translation>取自平均分布的 {n} 個樣本：資料集太大，無法全部計算。</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Fit the inputs to the data</source>
            <translation>讓輸入符合資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>What is shown of the data</source>
            <translation>顯示資料的哪一部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>No data</source>
            <translation>沒有資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Reading ...</source>
            <translation>讀取中 ...</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Fit inputs to the data</source>
            <translation>讓輸入符合資料</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>input {shape}</source>
            <translation>輸入 {shape}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <location filename="../../app/panels/data/samples.py" />
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Samples</source>
            <translation>樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Classes</source>
            <translation>類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Values</source>
            <translation>數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Augment</source>
            <translation>擴增</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>target {shape}</source>
            <translation>目標 {shape}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/data_panel.py" />
            <source>Set Input to {shapes}</source>
            <translation>將 Input 設為 {shapes}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <location filename="../../app/safety/difference_view.py" />
            <location filename="../../train/probe/samples.py" />
            <source>training</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <location filename="../../app/panels/evaluation_view.py" />
            <location filename="../../app/panels/run_view.py" />
            <location filename="../../train/probe/samples.py" />
            <source>validation</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <location filename="../../app/panels/evaluation_view.py" />
            <location filename="../../app/panels/run_view.py" />
            <source>test</source>
            <translation>測試</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>sample {index}, {part}: {label}</source>
            <translation>樣本 {index}，{part}：{label}</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>page {page} of {pages}, {all} samples</source>
            <translation>第 {page} 頁，共 {pages} 頁，{all} 個樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>Part</source>
            <translation>部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Class</source>
            <translation>類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>Page before</source>
            <translation>上一頁</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>Next page</source>
            <translation>下一頁</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>all parts</source>
            <translation>所有部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>all classes</source>
            <translation>所有類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>sample</source>
            <translation>樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>part</source>
            <translation>部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/samples.py" />
            <source>target</source>
            <translation>目標</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/values.py" />
            <source>Values of each column</source>
            <translation>各欄位的數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/values.py" />
            <source>{n} missing</source>
            <translation>缺少 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/panels/data/values.py" />
            <source>mean {mean}</source>
            <translation>平均 {mean}</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>{run}: the weights of epoch {epoch} ({file}) on the samples that are held out, measured {when}</source>
            <translation>{run}：第 {epoch} 週期的權重（{file}）在保留樣本上的結果，測量於 {when}</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>What the evaluation says</source>
            <translation>評估結果說明</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>Results on the held-out samples</source>
            <translation>保留樣本上的結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>Evaluate</source>
            <translation>評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>Select one run to evaluate it.</source>
            <translation>請選取一個執行紀錄來評估。</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>Evaluate measures the best weights of {run} on all samples that are held out, and trains nothing.</source>
            <translation>評估會以全部保留的樣本測量 {run} 的最佳權重，不做任何訓練。</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>Measuring {run} on the samples that are held out</source>
            <translation>正在以保留的樣本評估 {run}</translation>
        </message>
        <message>
            <location filename="../../app/panels/evaluation_view.py" />
            <source>{run} has no checkpoint to evaluate.</source>
            <translation>{run} 沒有可評估的檢查點。</translation>
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Write an expression</source>
            <translation>輸入運算式</translation>
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Make this an argument</source>
            <translation>將它設為引數</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nn.Sequential with names</source>
            <translation>有名稱的 nn.Sequential</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>a class of its own</source>
            <translation>獨立的類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nothing: a plain frame</source>
            <translation>無：純外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Put into a frame</source>
            <translation>放進外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Name of the frame</source>
            <translation>外框的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>What the frame becomes in code</source>
            <translation>外框在程式碼中變成什麼</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Whether the frame learns</source>
            <translation>外框是否學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <location filename="../../graph/framing.py" />
            <source>Remove frame</source>
            <translation>移除外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <location filename="../../graph/framing.py" />
            <source>Frame</source>
            <translation>外框</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>becomes</source>
            <translation>變成</translation>
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>{place} in state_dict</source>
            <translation>在 state_dict 中為 {place}</translation>
        </message>
        <message>
            <location filename="../../app/panels/histogram.py" />
            <source>Histogram of the values</source>
            <translation>數值的直方圖</translation>
        </message>
        <message>
            <location filename="../../app/panels/history.py" />
            <source>As it was opened</source>
            <translation>開啟時的狀態</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Names of the outputs that it compares</source>
            <translation>它比較的輸出名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>How much this loss counts in the sum</source>
            <translation>這個損失在總和中的比重</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>A column or an array of the data; inputs: what goes in; empty: the data's target</source>
            <translation>資料的欄位或陣列；inputs：輸入本身；留空：資料的目標</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Remove loss</source>
            <translation>移除損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Add a loss for another output</source>
            <translation>為另一個輸出新增損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../app/tour/deeds.py" />
            <location filename="../../train/schedule_edits.py" />
            <source>Choose {type}</source>
            <translation>選擇 {type}</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Add loss</source>
            <translation>新增損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>The output that it compares</source>
            <translation>它比較的輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Remove this loss</source>
            <translation>移除這個損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/losses_form.py" />
            <source>Loss {number}</source>
            <translation>損失 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>Curve of {name}</source>
            <translation>{name} 的曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/metrics_form.py" />
            <source>As suits the loss</source>
            <translation>依損失而定</translation>
        </message>
        <message>
            <location filename="../../app/panels/metrics_form.py" />
            <source>Metrics</source>
            <translation>指標</translation>
        </message>
        <message>
            <location filename="../../app/panels/metrics_form.py" />
            <source>Choose metrics</source>
            <translation>選擇指標</translation>
        </message>
        <message>
            <location filename="../../app/panels/metrics_form.py" />
            <source>Choose metrics by the loss</source>
            <translation>依損失選擇指標</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/panels/palette.py" />
            <source>Name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Type</source>
            <translation>型別</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Shape</source>
            <translation>形狀</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Elements</source>
            <translation>元素數</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Learns</source>
            <translation>學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/run_words.py" />
            <location filename="../../graph/style.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/run_words.py" />
            <location filename="../../graph/style.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Find a module or tensor</source>
            <translation>尋找模組或張量</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Where the values come from</source>
            <translation>數值的來源</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Copy the tree as text</source>
            <translation>將樹狀結構複製為文字</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Modules, parameters and buffers</source>
            <translation>模組、參數與緩衝區</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>At the start of training</source>
            <translation>訓練開始時</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>From a file...</source>
            <translation>從檔案...</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>zeros</source>
            <translation>零</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>smallest</source>
            <translation>最小值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>largest</source>
            <translation>最大值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>deviation</source>
            <translation>標準差</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>norm</source>
            <translation>範數</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>not finite</source>
            <translation>非有限值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>values</source>
            <translation>數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>none are finite</source>
            <translation>沒有有限值</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Whether it is there; else what arrives goes past it.</source>
            <translation>它是否存在；若否，輸入會直接通過。</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Options</source>
            <translation>選項</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>The frame that it stands in.</source>
            <translation>它所在的外框。</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <location filename="../../app/xray/part.py" />
            <source>Weights</source>
            <translation>權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>What is this layer for?</source>
            <translation>這一層的用途是什麼？</translation>
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Find in this network</source>
            <translation>在此網路中尋找</translation>
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Layers of the network</source>
            <translation>網路的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Search layers</source>
            <translation>搜尋層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Layers by family</source>
            <translation>依類別排列的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/rows.py" />
            <source>Layers found</source>
            <translation>找到的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/panels/runs_panel.py" />
            <source>Rename</source>
            <translation>重新命名</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../graph/catalog/families.yaml" />
            <location filename="../../graph/style.py" />
            <source>Blocks</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Presets</source>
            <translation>預設組合</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/popup.py" />
            <source>No layer is called so</source>
            <translation>沒有這個名稱的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>No preset: {words}.</source>
            <translation>無法建立預設組合：{words}。</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/chance_bars.py" />
            <source>{name}, of all places {chance}</source>
            <translation>{name}，佔所有位置的 {chance}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/chance_bars.py" />
            <source>{name}, with {chance}</source>
            <translation>{name}，機率 {chance}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/chance_bars.py" />
            <source>No answer yet</source>
            <translation>尚無回答</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>{share} of the samples of {truth} were found</source>
            <translation>{truth} 的樣本有 {share} 被找出</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>Confusion matrix: rows are the truth, columns what was said</source>
            <translation>混淆矩陣：列為真實類別，欄為預測類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>{number} of {total} samples of {truth} were taken for {said}</source>
            <translation>{truth} 的 {total} 個樣本中有 {number} 個被判為 {said}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>found</source>
            <translation>找出</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>is {truth}</source>
            <translation>真實為 {truth}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/confusion_table.py" />
            <source>taken for {said}</source>
            <translation>被判為 {said}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/drawing_field.py" />
            <source>Arrow keys move the pen, Space sets it down or lifts it, Delete clears</source>
            <translation>方向鍵移動筆，空白鍵落筆或提筆，Delete 清除</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/drawing_field.py" />
            <source>Field to draw into</source>
            <translation>繪圖區</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/drawing_field.py" />
            <source>Draw here</source>
            <translation>在此繪製</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Picture...</source>
            <translation>圖片…</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Numbers of a sample</source>
            <translation>樣本的數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Numbers of a sample, as 5.1, 3.5, 1.4, 0.2</source>
            <translation>樣本的數值，例如 5.1, 3.5, 1.4, 0.2</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Weights that answer</source>
            <translation>作答的權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Best weights</source>
            <translation>最佳權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>Last weights</source>
            <translation>最後的權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/own_input.py" />
            <source>The answer, laid over the picture</source>
            <translation>答案，疊在圖片上</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>What is shown</source>
            <translation>顯示內容</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Which output</source>
            <translation>哪個輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Epoch</source>
            <translation>Epoch</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Order</source>
            <translation>順序</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Wrong only</source>
            <translation>只看錯誤</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>rows are the truth, columns what was predicted</source>
            <translation>列為真實類別，欄為預測類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>What the network answers to held-out samples stands here once an epoch is over.</source>
            <translation>一個週期結束後，網路對保留樣本的回答會顯示在這裡。</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>{right} of {total} right ({share})</source>
            <translation>{total} 個中答對 {right} 個（{share}）</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Of this epoch only the matrix is kept; newer epochs have their samples.</source>
            <translation>這個週期只保留了矩陣；較新的週期才有樣本。</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Worst first</source>
            <translation>最差的在前</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Best first</source>
            <translation>最好的在前</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>As they stand</source>
            <translation>依原順序</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>All classes</source>
            <translation>所有類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>{share} of all places right</source>
            <translation>所有位置有 {share} 正確</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>each with its true mask, the predicted one, and what is wrong</source>
            <translation>各附真實遮罩、預測遮罩與錯誤之處</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Confusion</source>
            <translation>混淆矩陣</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Scatter</source>
            <translation>散布圖</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>Your own</source>
            <translation>自己的輸入</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>root mean squared error {error}</source>
            <translation>均方根誤差 {error}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>{truth}, taken for {said}</source>
            <translation>{truth}，被判為 {said}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>epoch {epoch}</source>
            <translation>第 {epoch} 個週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/predictions_panel.py" />
            <source>of the first {kept} of {whole}</source>
            <translation>取自 {whole} 個中的前 {kept} 個</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>{truth}, taken for {said}: {share}</source>
            <translation>{truth} 被當作 {said}：{share}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>sample {number}: {truth}, predicted {said}</source>
            <translation>樣本 {number}：{truth}，預測為 {said}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>sample {number}: {share} right</source>
            <translation>樣本 {number}：{share} 正確</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>loss {loss}</source>
            <translation>損失 {loss}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>{share} right</source>
            <translation>{share} 正確</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>off by {far}</source>
            <translation>相差 {far}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>the sample, and what was made of it</source>
            <translation>樣本，以及由它重建的結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>Samples and what they were taken for</source>
            <translation>樣本與其判定結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>sample {number}: {truth}, found with {chance}</source>
            <translation>樣本 {number}：{truth}，以 {chance} 判對</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>sample {number}: {truth}, taken for {said} with {chance}</source>
            <translation>樣本 {number}：{truth}，以 {chance} 被判為 {said}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/sample_list.py" />
            <source>{said} predicted, {truth} is true</source>
            <translation>預測 {said}，真實為 {truth}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>{n} numbers; residuals: mean {mean}, deviation {deviation}</source>
            <translation>{n} 個數值；殘差：平均 {mean}，標準差 {deviation}</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>true</source>
            <translation>真實</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>predicted</source>
            <translation>預測</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>predicted - true</source>
            <translation>預測 - 真實</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>Predicted against true</source>
            <translation>預測對真實</translation>
        </message>
        <message>
            <location filename="../../app/panels/predictions/scatter.py" />
            <source>Residuals</source>
            <translation>殘差</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Picture of the output</source>
            <translation>輸出的圖片</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Histogram</source>
            <translation>直方圖</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Numbers of the output</source>
            <translation>輸出的數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Which output is shown</source>
            <translation>顯示哪個輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>View</source>
            <translation>檢視方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <location filename="../../app/xray/part.py" />
            <source>Range</source>
            <translation>範圍</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>variance</source>
            <translation>變異數</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Numbers</source>
            <translation>數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Kernels</source>
            <translation>卷積核</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>One range</source>
            <translation>同一範圍</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Each channel</source>
            <translation>各通道</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>{share} NaN or infinite</source>
            <translation>{share} 為 NaN 或無限大</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Live</source>
            <translation>即時</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit</source>
            <translation>每次編輯後重新執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit, as long as that is quick</source>
            <translation>每次編輯後重新執行，只要夠快</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/runs_panel.py" />
            <location filename="../../app/panels/runs_table.py" />
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../app/panels/training_panel.py" />
            <source>Run</source>
            <translation>執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run the network on the sample</source>
            <translation>以此樣本執行網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Nodes in the order in which they run</source>
            <translation>依執行順序排列的節點</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Choose a sample and press Run: then every node shows what it gives.</source>
            <translation>選擇樣本並按「執行」：每個節點就會顯示它的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{layer} is the first node that gives NaN or infinite numbers.</source>
            <translation>{layer} 是第一個輸出 NaN 或無限大的節點。</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Running</source>
            <translation>執行中</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Eval</source>
            <translation>評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/tour/steps.py" />
            <location filename="../../app/train_button.py" />
            <source>Train</source>
            <translation>訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{milliseconds} ms</source>
            <translation>{milliseconds} 毫秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>target {target}</source>
            <translation>目標 {target}</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>prediction {prediction}</source>
            <translation>預測 {prediction}</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>the photograph that comes along, or a path</source>
            <translation>內附的照片，或一個路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>a path</source>
            <translation>路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Data set</source>
            <translation>資料集</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Random</source>
            <translation>隨機</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Typed</source>
            <translation>自行輸入</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>.npy file</source>
            <translation>.npy 檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Starting weights</source>
            <translation>起始權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Which Input it is for</source>
            <translation>給哪個 Input 使用</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Source of the sample</source>
            <translation>樣本的來源</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Number of the sample, or seed</source>
            <translation>樣本編號或隨機種子</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Split</source>
            <translation>分割</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Numbers or path</source>
            <translation>數值或路徑</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <location filename="../../app/predicting.py" />
            <location filename="../../app/probing.py" />
            <source>Choose a file</source>
            <translation>選擇檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Samples in a batch</source>
            <translation>批次中的樣本數</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>N auto</source>
            <translation>N 自動</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>One sample, or in train mode as many as statistics need</source>
            <translation>一個樣本；在訓練模式下則依統計所需的數量</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Sizes of open axes</source>
            <translation>未定軸的大小</translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>seed </source>
            <translation>種子 </translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>no. </source>
            <translation>編號 </translation>
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Validation</source>
            <translation>驗證</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Applies every fix that takes nothing of yours away, as one step</source>
            <translation>一步套用所有不會刪去你的內容的修正</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Fix All That Is Safe</source>
            <translation>修正所有可放心修正的問題</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <location filename="../../app/problem_commands.py" />
            <source>No problems.</source>
            <translation>沒有問題。</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Nothing has been checked yet.</source>
            <translation>尚未檢查。</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <location filename="../../graph/block_making.py" />
            <source>{n} more</source>
            <translation>還有 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_row.py" />
            <source>Follows from the missing Input</source>
            <translation>由缺少的 Input 引起</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/problem_row.py" />
            <source>The cause: {n} layers wait for it: {names}</source>
            <translation>
                <numerusform>起因：有 {n} 層在等它：{names}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/problem_row.py" />
            <source>Follows from {cause}</source>
            <translation>由 {cause} 引起</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Name of the project</source>
            <translation>專案的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Initialization</source>
            <translation>初始化</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Select a layer to see and change what it does. Drag one from the left to add it.</source>
            <translation>選取一層以查看並更改它的作用。從左邊拖曳一層即可新增。</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>In</source>
            <translation>輸入</translation>
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Out</source>
            <translation>輸出</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Code may do whatever you may do on this computer. Read it first; it stays trusted until one letter of it changes.</source>
            <translation>程式碼可以在這台電腦上做任何您能做的事。請先閱讀；它會一直受信任，直到有任何一個字元改變。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trusted as it is: it runs when shapes are asked for and when the network is trained.</source>
            <translation>以目前的內容受信任：查詢形狀與訓練網路時會執行它。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Not trusted: nothing in this file has been run.</source>
            <translation>未受信任：此檔案中的任何內容都沒有執行過。</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Class or function</source>
            <translation>類別或函式</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust this file</source>
            <translation>信任此檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Edit the file</source>
            <translation>編輯檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Create it</source>
            <translation>建立檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust it no longer</source>
            <translation>不再信任</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>What stands in the file</source>
            <translation>檔案的內容</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>File</source>
            <translation>檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>none yet</source>
            <translation>尚無</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Makes the gradient of all weights together no longer than this</source>
            <translation>使所有權重合起來的梯度不超過此長度</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Batches that make one step together</source>
            <translation>合成一步的批次數</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>What the network computes in; weights and loss stay float32</source>
            <translation>網路計算所用的類型；權重與損失保持 float32</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Decay of a moving average of the weights, which is validated and saved</source>
            <translation>權重移動平均的衰減率；會驗證並儲存該平均</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Which epoch's weights are kept as the best</source>
            <translation>將哪個週期的權重保留為最佳</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Keeps each number of the gradient within this</source>
            <translation>使梯度的每個數不超過此值</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Compiles the network with torch.compile before it is trained</source>
            <translation>訓練前以 torch.compile 編譯網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Writes event files for TensorBoard into the folder of the run</source>
            <translation>在這次訓練的資料夾裡寫出 TensorBoard 的事件檔</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Epochs without anything better, then it ends</source>
            <translation>沒有更好的週期數，之後即結束</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>By how much an epoch has to be better</source>
            <translation>一個週期必須好多少</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>What is better</source>
            <translation>何者較好</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Stop early by</source>
            <translation>提早停止依據</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>never</source>
            <translation>絕不</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Stop early by {name}</source>
            <translation>依 {name} 提早停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Never stop early</source>
            <translation>絕不提早停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/regularity_form.py" />
            <source>Regularity</source>
            <translation>穩定性</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>A later rule beats an earlier one; what a layer says beats all.</source>
            <translation>後面的規則優先於前面的；層本身的設定優先於一切。</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Add a rule</source>
            <translation>新增規則</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>what the rule means</source>
            <translation>規則所指的權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every layer, or Conv*, Linear, normalization</source>
            <translation>每一層，或 Conv*, Linear, normalization</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every parameter, or weight, bias</source>
            <translation>每個參數，或 weight, bias</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>everywhere, or encoder.*</source>
            <translation>所有地方，或 encoder.*</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Rule {number}</source>
            <translation>規則 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Remove rule {number}</source>
            <translation>移除規則 {number}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>What differs between the selected runs</source>
            <translation>所選的訓練有什麼不同</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>Results</source>
            <translation>結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>What X-ray found, and in which epoch</source>
            <translation>X 光找到的問題，以及在哪個週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>Where they ran</source>
            <translation>在哪裡執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>The network of {run}, against {first}</source>
            <translation>{run} 的網路，與 {first} 相比</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>Settings that differ</source>
            <translation>不同的設定</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>All are the same</source>
            <translation>全部相同</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_comparison.py" />
            <source>The same</source>
            <translation>相同</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_legend.py" />
            <source>Curves of {names}</source>
            <translation>{names} 的曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>training on {device}: {samples} samples, {validation} to validate, {parameters} parameters, seed {seed}</source>
            <translation>在 {device} 上訓練：{samples} 個樣本，{validation} 個用於驗證，{parameters} 個參數，種子 {seed}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>epoch {epoch}: {metrics}, {seconds} s</source>
            <translation>週期 {epoch}：{metrics}，{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>with the weights of epoch {epoch}: {metrics}</source>
            <translation>使用第 {epoch} 個週期的權重：{metrics}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Nothing has been trained yet.</source>
            <translation>尚未訓練。</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Log</source>
            <translation>記錄</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Starting: PyTorch is being loaded.</source>
            <translation>啟動中：正在載入 PyTorch。</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>goes on</source>
            <translation>繼續</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <location filename="../../app/run_words.py" />
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <location filename="../../app/panels/runs_panel.py" />
            <source>Curves</source>
            <translation>曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>{device} in {n} processes</source>
            <translation>{device}（{n} 個行程）</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Paused. {progress}</source>
            <translation>已暫停。{progress}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>checkpoint {file}</source>
            <translation>檢查點 {file}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>done: {metrics}</source>
            <translation>完成：{metrics}</translation>
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>{count} samples/s</source>
            <translation>每秒 {count} 個樣本</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Filter: words, or accuracy&gt;0.9 state=done lr&lt;=0.01</source>
            <translation>篩選：文字，或 accuracy&gt;0.9 state=done lr&lt;=0.01</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Whose runs are listed</source>
            <translation>列出誰的訓練</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>This project</source>
            <translation>這個專案</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>All in this folder</source>
            <translation>這個資料夾裡全部</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Continue</source>
            <translation>繼續</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Epochs in all</source>
            <translation>總共幾個週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Draw over the Training Curves</source>
            <translation>畫在訓練曲線上</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>List Another Folder...</source>
            <translation>列出另一個資料夾...</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>epochs in all</source>
            <translation>週期總數</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>No runs yet: Train (F5) makes one.</source>
            <translation>還沒有訓練：按「訓練」(F5) 就會有。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/runs_panel.py" />
            <source>{n} folders are no runs</source>
            <translation>
                <numerusform>{n} 個資料夾不是訓練</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>How many epochs the run shall have in all</source>
            <translation>這次訓練總共要有幾個週期</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Evaluate on the Held-Out Samples</source>
            <translation>以保留樣本評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Open Its Network in a New Tab</source>
            <translation>在新分頁開啟它的網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Export Its Script...</source>
            <translation>匯出它的訓練程式...</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Write a Note</source>
            <translation>寫筆記</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Open Its Folder</source>
            <translation>開啟它的資料夾</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Delete...</source>
            <translation>刪除...</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>What differs</source>
            <translation>差異</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>Held out</source>
            <translation>保留樣本</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/runs_panel.py" />
            <source>{n} runs</source>
            <translation>
                <numerusform>{n} 次訓練</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_panel.py" />
            <source>{shown} of {there} runs</source>
            <translation>{there} 次訓練中的 {shown} 次</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>Found wrong</source>
            <translation>發現的問題</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>test {result}</source>
            <translation>測試 {result}</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>evaluated {result}</source>
            <translation>評估 {result}</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>State</source>
            <translation>狀態</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <location filename="../../app/panels/steering_row.py" />
            <source>Epochs</source>
            <translation>週期數</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>Time</source>
            <translation>時間</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>Started</source>
            <translation>開始</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>best {result}</source>
            <translation>最佳 {result}</translation>
        </message>
        <message>
            <location filename="../../app/panels/runs_table.py" />
            <source>epoch {epoch}: {words}</source>
            <translation>週期{epoch}：{words}</translation>
        </message>
        <message>
            <location filename="../../app/panels/selection_page.py" />
            <source>Selected layers</source>
            <translation>選取的層</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/selection_page.py" />
            <source>{n} layers selected</source>
            <translation>
                <numerusform>已選取 {n} 層</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>{n} copies, {first} → {last}</source>
            <translation>{n} 份，{first} → {last}</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>{n} copies, all alike</source>
            <translation>{n} 份，全部相同</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>{n} copies, {first} → {last} features</source>
            <translation>{n} 份，{first} → {last} 個特徵</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>{n} copies, {first} → {last} channels</source>
            <translation>{n} 份，{first} → {last} 個通道</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>Repeated</source>
            <translation>重複</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>In state_dict</source>
            <translation>在 state_dict 中</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>activations</source>
            <translation>啟用值</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>buffers</source>
            <translation>緩衝區</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>Costs</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>for {basis}</source>
            <translation>以{basis}計</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/source_view.py" />
            <source>Python, {n} lines</source>
            <translation>
                <numerusform>Python，{n} 行</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Source of</source>
            <translation>原始碼</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Copy the source</source>
            <translation>複製原始碼</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Export the source to a file</source>
            <translation>將原始碼匯出到檔案</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>How the source is written (F4)</source>
            <translation>原始碼的寫法 (F4)</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Style</source>
            <translation>風格</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Copied</source>
            <translation>已複製</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Network</source>
            <translation>網路</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../app/panels/training_panel.py" />
            <source>Optimizer</source>
            <translation>優化器</translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Not current: {why}</source>
            <translation>不是最新的：{why}</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <location filename="../../train/reader.py" />
            <location filename="../../graph/catalog/arguments.py" />
            <source>a number</source>
            <translation>一個數</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <location filename="../../graph/style.py" />
            <source>numbers</source>
            <translation>多個數</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>an array from a file</source>
            <translation>檔案中的陣列</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Its name beside the project: .npy, .npz or .safetensors</source>
            <translation>專案旁的檔名：.npy、.npz 或 .safetensors</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Which array of the file</source>
            <translation>檔案中的哪個陣列</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>as PyTorch does</source>
            <translation>依 PyTorch 的方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>How {name} starts</source>
            <translation>{name} 的起始方式</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Learning rate</source>
            <translation>學習率</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>A rate, or a factor: x0.5, /10</source>
            <translation>學習率，或倍數：x0.5、/10</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Weight decay</source>
            <translation>權重衰減</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>A weight decay, or a factor: x0.5, /10</source>
            <translation>權重衰減，或倍數：x0.5、/10</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Dropout rate</source>
            <translation>Dropout 比率</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>A rate from 0 to below 1</source>
            <translation>0 到小於 1 的比率</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>How many in all, or more: +5</source>
            <translation>總數，或再加：+5</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <location filename="../../app/panels/weights_form.py" />
            <source>Freeze</source>
            <translation>凍結</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>A layer, or a pattern: conv*</source>
            <translation>層，或樣式：conv*</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Unfreeze</source>
            <translation>解凍</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>What to change in this run</source>
            <translation>要更改這次執行的什麼</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Parameter group</source>
            <translation>參數群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Stop after epoch</source>
            <translation>在週期後停止</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>More to do to this run</source>
            <translation>對這次執行的其他操作</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Go back to</source>
            <translation>回到</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>{text} does not say it: {tip}</source>
            <translation>{text} 無法表示：{tip}</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <location filename="../../app/panels/studio/rate_plot.py" />
            <source>epoch {epoch}, step {step}</source>
            <translation>週期 {epoch}，第 {step} 步</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Ends the run once this epoch is validated</source>
            <translation>此週期驗證後即結束執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Keep a checkpoint now</source>
            <translation>立即保留檢查點</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Evaluate now</source>
            <translation>立即評估</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>Go on with the schedule in the form</source>
            <translation>改用表單中的排程繼續</translation>
        </message>
        <message>
            <location filename="../../app/panels/steering_row.py" />
            <source>all groups</source>
            <translation>所有群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>not stepped</source>
            <translation>不逐步</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>axis {axis}</source>
            <translation>軸 {axis}</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>The axis that holds the steps; without it the layer runs once, on the whole.</source>
            <translation>存放各步的軸；沒有它，這一層會對整體執行一次。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>From the last step to the first; what comes out keeps its places.</source>
            <translation>從最後一步到第一步；輸出的位置不變。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>start of {state}</source>
            <translation>{state} 的起始值</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>What a step is given here: its part, the whole, or what the step before gave.</source>
            <translation>每一步在此得到的內容：它的部分、整體，或前一步的輸出。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Sizes of the zeros that {state} starts from where nothing is wired to it.</source>
            <translation>沒有連線到 {state} 時，它起始用的零張量大小。</translation>
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Steps through time</source>
            <translation>沿時間逐步執行</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/group_table.py" />
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Group</source>
            <translation>群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Only</source>
            <translation>僅限</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Frozen</source>
            <translation>凍結</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Its layers do not learn</source>
            <translation>其中的層不會學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/group_table.py" />
            <source>Parameters of every kind</source>
            <translation>所有種類的參數</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>biases</source>
            <translation>偏置</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>norms</source>
            <translation>正規化</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>weights</source>
            <translation>權重</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>Only its</source>
            <translation>僅限其</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>Which parameters of its layers are meant; all where nothing is ticked</source>
            <translation>指的是其各層的哪些參數；什麼都不勾時為全部</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/kinds_field.py" />
            <source>Only its {kind}</source>
            <translation>僅限其{kind}</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>A layer is in the first group that fits it; what none fits is in the last row.</source>
            <translation>層屬於第一個符合它的群組；都不符合的在最後一列。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Add a parameter group</source>
            <translation>新增參數群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Of selection</source>
            <translation>由選取建立</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Add a group of the layers selected on the canvas</source>
            <translation>以畫布上選取的層新增一個群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Paint</source>
            <translation>塗抹</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Click or drag over cards to put them into the chosen group; Esc ends</source>
            <translation>在卡片上點按或拖曳，將它們放進所選的群組；Esc 結束</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../train/group_edits.py" />
            <source>No decay on bias and norm</source>
            <translation>bias 與 norm 不衰減</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Find a learning rate</source>
            <translation>尋找學習率</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>A range test on a copy</source>
            <translation>在副本上做的範圍測試</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Before the group above: the first that fits wins</source>
            <translation>移到上一個群組之前：第一個符合的優先</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>After the group below</source>
            <translation>移到下一個群組之後</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../train/checks_optimizer.py" />
            <location filename="../../train/group_edits.py" />
            <location filename="../../train/reading_optimizer.py" />
            <source>Remove the group</source>
            <translation>移除這個群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>About the groups</source>
            <translation>關於群組</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>One group of all layers. Add one to give some of them rates of their own.</source>
            <translation>所有層同屬一個群組。新增一個，讓其中一些有自己的學習率。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <source>Weight decay is for weights; biases and norms are spared it</source>
            <translation>權重衰減只用於權重；bias 與 norm 不受影響</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../train/group_edits.py" />
            <location filename="../../train/grouping.py" />
            <source>everything else</source>
            <translation>其餘所有</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/optimizer_studio.py" />
            <location filename="../../train/grouping.py" />
            <source>all layers</source>
            <translation>所有層</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/rate_plot.py" />
            <source>Learning rates of the run</source>
            <translation>這次訓練的學習率</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>When the rate changes</source>
            <translation>學習率何時改變</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Parts of the schedule</source>
            <translation>排程的各部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <location filename="../../train/schedule_edits.py" />
            <source>Warm up</source>
            <translation>暖身</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Begin low and rise, then go on as now</source>
            <translation>從低開始上升，之後照現在的方式繼續</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Then</source>
            <translation>接著</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Add a part that follows at a milestone</source>
            <translation>在一個里程碑之後新增一部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Together with</source>
            <translation>同時</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Add a part whose factor is multiplied</source>
            <translation>新增一部分，其係數會相乘</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Before the part above</source>
            <translation>移到上一部分之前</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>After the part below</source>
            <translation>移到下一部分之後</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Remove the part</source>
            <translation>移除這一部分</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>About the schedule</source>
            <translation>關於排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>The data is not known yet: an epoch is taken to have {n} steps.</source>
            <translation>資料還不清楚：假定一個週期有 {n} 步。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>no schedule</source>
            <translation>無排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>no schedule: the rates stay as they are</source>
            <translation>沒有排程：學習率保持不變</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/schedule_studio.py" />
            <source>{part}  from {start}</source>
            <translation>{part}  從 {start} 起</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Find a batch size</source>
            <translation>尋找批次大小</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>The rate grows from step to step, on a copy of the network. The curve is the loss, smoothed, over the rate.</source>
            <translation>學習率一步步增大，在網路的副本上進行。曲線是平滑後的損失對學習率。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>The batch is doubled until memory gives out, on a copy of the network. The curve is how many samples a second are learned from.</source>
            <translation>批次不斷加倍直到記憶體用盡，在網路的副本上進行。曲線是每秒學習的樣本數。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>What the search says</source>
            <translation>搜尋的結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Step {step} of {steps}: rate {rate}, loss {loss}</source>
            <translation>第 {step} 步，共 {steps} 步：學習率 {rate}，損失 {loss}</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>A batch of {size}: {speed} samples a second, {memory}</source>
            <translation>大小為 {size} 的批次：每秒 {speed} 個樣本，{memory}</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Use {value}: {why}</source>
            <translation>採用 {value}：{why}</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <location filename="../../app/searching.py" />
            <source>{name} is {value} now.</source>
            <translation>{name} 現在是 {value}。</translation>
        </message>
        <message>
            <location filename="../../app/panels/studio/search_dialog.py" />
            <source>Trying a batch of {size}</source>
            <translation>正在嘗試大小為 {size} 的批次</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>One parameter in common</source>
            <translation>共用一個參數</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>its own</source>
            <translation>自己的</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>Whose {name} it is</source>
            <translation>是誰的 {name}</translation>
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>that of {layer}</source>
            <translation>{layer} 的</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Samples in one step</source>
            <translation>每一步的樣本數</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>standard: mean 0, deviation 1; unit: 0 to 1</source>
            <translation>standard：平均 0、標準差 1；unit：0 到 1</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>One row of numbers per sample</source>
            <translation>每個樣本為一列數值</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Leave out a batch that is not full</source>
            <translation>捨棄未滿的批次</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Draws the split</source>
            <translation>決定如何分割</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Times that all samples are seen</source>
            <translation>看過所有樣本的次數</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Same file, same seed: same curve</source>
            <translation>相同檔案、相同種子：相同曲線</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>auto, cpu, cuda, cuda:1, mps</source>
            <translation>auto、cpu、cuda、cuda:1、mps</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>A column or array: samples that are alike there stay together</source>
            <translation>欄位或陣列：該處相同的樣本會留在同一份</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>folder: the files of a subfolder stay together; or a pattern of their names</source>
            <translation>folder：同一子資料夾的檔案保持在一起；或填檔名的樣式</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Held out to validate with: a fraction such as 0.2, or a file or folder</source>
            <translation>留作驗證的部分：比例（例如 0.2），或檔案、資料夾</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Held out and measured once, at the end: a fraction, or a file or folder</source>
            <translation>保留到最後只量測一次的部分：比例，或檔案、資料夾</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>stratified: each class in every part alike</source>
            <translation>stratified：每一份都有相同比例的各個類別</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>How many share every batch; all: one for each GPU of this machine</source>
            <translation>多少個行程分擔每個批次；all：本機每個 GPU 一個</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Looks at data, network and loss before the first step, and says what is wrong</source>
            <translation>在第一步之前檢視資料、網路與損失，並指出問題</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Trains on one batch alone, to see whether the network can learn it by heart</source>
            <translation>只以一個批次訓練，看網路能否將它背下來</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Steps after which a checkpoint is kept within an epoch; 0: only at its end</source>
            <translation>在一個週期之中每隔多少步保留一個檢查點；0：只在結束時保留</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Looks into the network while it trains: what every layer gives and learns</source>
            <translation>訓練時查看網路內部：每一層輸出什麼、學到什麼</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../app/panels/training_panel.py" />
            <source>Schedule</source>
            <translation>排程</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Find a batch size that fits</source>
            <translation>尋找放得下的批次大小</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <location filename="../../train/checks_weights.py" />
            <source>Start from drawn weights</source>
            <translation>從隨機權重開始</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>names of its own</source>
            <translation>自己的名稱</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Starts from</source>
            <translation>起始於</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>{file}, matched by {how}</source>
            <translation>{file}，依 {how} 對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/training_panel.py" />
            <source>Checks</source>
            <translation>檢查</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>{has} does not fit {wants}</source>
            <translation>{has} 與 {wants} 不符</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Which tensor goes where</source>
            <translation>哪個張量放到哪裡</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>One moment: the file is being read.</source>
            <translation>請稍候：正在讀取檔案。</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Tensors of the network and of the file</source>
            <translation>網路與檔案中的張量</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by name</source>
            <translation>依名稱對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by order</source>
            <translation>依順序對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by a table of names...</source>
            <translation>依名稱對照表對應...</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>What happens</source>
            <translation>結果</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>missing in the file</source>
            <translation>檔案中缺少</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>not used</source>
            <translation>未使用</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>loaded</source>
            <translation>已載入</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by {file}</source>
            <translation>依 {file} 對應</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>learns</source>
            <translation>學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <location filename="../../app/run_words.py" />
            <location filename="../../app/xray/part.py" />
            <source>frozen</source>
            <translation>凍結</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>frozen, in eval mode</source>
            <translation>凍結，評估模式</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whose layer it is</source>
            <translation>是誰的層</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whether it learns</source>
            <translation>是否學習</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>shares the weights of</source>
            <translation>共用權重的對象</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <location filename="../../graph/project_edits.py" />
            <source>Change initialization</source>
            <translation>更改初始化</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>no other layer</source>
            <translation>沒有其他層</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Share a parameter</source>
            <translation>共用參數</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>it</source>
            <translation>它</translation>
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>{name} starts</source>
            <translation>{name} 的起始</translation>
        </message>
        <message>
            <location filename="../../app/pasting.py" />
            <source>there is no {name}.</source>
            <translation>沒有 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/predicting.py" />
            <source>Asking the network.</source>
            <translation>正在詢問網路。</translation>
        </message>
        <message>
            <location filename="../../app/predicting.py" />
            <source>There are no trained weights yet: train first.</source>
            <translation>還沒有訓練好的權重：請先訓練。</translation>
        </message>
        <message>
            <location filename="../../app/predicting.py" />
            <source>answered with {weights}</source>
            <translation>以 {weights} 作答</translation>
        </message>
        <message>
            <location filename="../../app/presenting.py" />
            <source>Esc ends the presentation.</source>
            <translation>按 Esc 結束簡報。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Networks in which it was used keep what came of it.</source>
            <translation>使用過它的網路會保留由它產生的內容。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Remove It</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>The folder of presets cannot be written ({reason}).</source>
            <translation>無法寫入預設組合的資料夾（{reason}）。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Remove the preset {name}?</source>
            <translation>要移除預設組合 {name} 嗎？</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>Kept as the preset {name}.</source>
            <translation>已保留為預設組合 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/preset_handling.py" />
            <source>There is no preset {name} any more.</source>
            <translation>預設組合 {name} 已不存在。</translation>
        </message>
        <message>
            <location filename="../../app/presets.py" />
            <source>a preset needs a name</source>
            <translation>預設組合需要名稱</translation>
        </message>
        <message>
            <location filename="../../app/presets.py" />
            <source>type one</source>
            <translation>請輸入一個</translation>
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>the probe's process ended unexpectedly, perhaps for want of memory; choose a smaller sample or batch</source>
            <translation>探測的行程意外結束，可能是記憶體不足；請選擇較小的樣本或批次</translation>
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>what the probe told cannot be read; run it again</source>
            <translation>無法讀取探測的結果；請重新執行</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)</source>
            <translation>圖片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>NumPy arrays (*.npy);;All files (*)</source>
            <translation>NumPy 陣列 (*.npy);;所有檔案 (*)</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>There is no run yet: train first.</source>
            <translation>還沒有執行過：請先訓練。</translation>
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>The network has changed since this probe.</source>
            <translation>這次探測之後，網路已有變更。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/problem_commands.py" />
            <source>{n} problems fixed</source>
            <translation>
                <numerusform>已修正 {n} 個問題</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>Problem {index} of {count}</source>
            <translation>第 {index} 個問題，共 {count} 個</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>Nothing here can be mended without you: choose a fix.</source>
            <translation>沒有可以自動修正的問題：請選擇一項修正。</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>{n} left</source>
            <translation>還剩 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>none is left</source>
            <translation>沒有剩下的問題</translation>
        </message>
        <message>
            <location filename="../../app/problem_commands.py" />
            <source>{fixed}, {rest}</source>
            <translation>{fixed}，{rest}</translation>
        </message>
        <message>
            <location filename="../../app/project_tabs.py" />
            <source>Open projects</source>
            <translation>已開啟的專案</translation>
        </message>
        <message>
            <location filename="../../app/project_tabs.py" />
            <source>Move to New Window</source>
            <translation>移到新視窗</translation>
        </message>
        <message>
            <location filename="../../app/project_tabs.py" />
            <source>Close {project}</source>
            <translation>關閉 {project}</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Save the project first</source>
            <translation>請先儲存專案</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Its Python files lie in the folder of the project.</source>
            <translation>它的 Python 檔案位於專案的資料夾中。</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This file cannot be used</source>
            <translation>無法使用此檔案</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Added {file}; it runs once you trust it</source>
            <translation>已新增 {file}；您信任它之後才會執行</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This was not remembered</source>
            <translation>未能記住此設定</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>{file} could not be opened</source>
            <translation>無法開啟 {file}</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Copied {file} into the folder of the project</source>
            <translation>已將 {file} 複製到專案的資料夾</translation>
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>another {file} is in the folder of the project already</source>
            <translation>專案的資料夾中已有另一個 {file}</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <location filename="../../app/train_button.py" />
            <source>Starting</source>
            <translation>啟動中</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}, {time} left</source>
            <translation>週期 {epoch}／{epochs}，剩餘 {time}</translation>
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}</source>
            <translation>週期 {epoch}／{epochs}</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>running</source>
            <translation>進行中</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>killed</source>
            <translation>中斷</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>dead units</source>
            <translation>死掉的單元</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>explodes</source>
            <translation>爆炸</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>first NaN</source>
            <translation>第一個 NaN</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>cuts the gradient</source>
            <translation>切斷梯度</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>no gradient</source>
            <translation>沒有梯度</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>gradient vanishes</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>saturated</source>
            <translation>飽和</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>softmax before the loss</source>
            <translation>損失之前的 softmax</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>rate too high</source>
            <translation>學習率過高</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>rate too low</source>
            <translation>學習率過低</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>not normalised</source>
            <translation>未正規化</translation>
        </message>
        <message>
            <location filename="../../app/run_words.py" />
            <source>labels suspected</source>
            <translation>標籤可疑</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/running.py" />
            <source>{n} problems have to be solved before training: {first}</source>
            <translation>
                <numerusform>訓練前有 {n} 個問題須解決：{first}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Nothing is trained with code that is not trusted: {why}</source>
            <translation>不會以未受信任的程式碼訓練：{why}</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Stopping: if it does not answer in {n} seconds, it is ended by force.</source>
            <translation>正在停止：若 {n} 秒內沒有回應，就會強制結束。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Checking: PyTorch is being loaded.</source>
            <translation>檢查中：正在載入 PyTorch。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no network to train yet.</source>
            <translation>還沒有可訓練的網路。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Another run is going on; stop it first.</source>
            <translation>另一次訓練還在進行，請先停止它。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no run yet.</source>
            <translation>還沒有執行過。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>This run is of {project}.</source>
            <translation>這次執行屬於 {project}。</translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>The document has changed since this run.</source>
            <translation>這次執行之後，文件已有變更。</translation>
        </message>
        <message>
            <location filename="../../app/safety/compare_dialog.py" />
            <source>Red lines are only in your window, green ones only in the file.</source>
            <translation>紅色的行只在您的視窗中，綠色的只在檔案中。</translation>
        </message>
        <message>
            <location filename="../../app/safety/compare_dialog.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>Compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <location filename="../../app/safety/compare_dialog.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} was changed by another program</source>
            <translation>{file} 已被其他程式更改</translation>
        </message>
        <message>
            <location filename="../../app/safety/compare_dialog.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>Reload</source>
            <translation>重新載入</translation>
        </message>
        <message>
            <location filename="../../app/safety/compare_dialog.py" />
            <location filename="../../app/safety/file_guard.py" />
            <source>Keep Mine</source>
            <translation>保留我的</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Your work is kept. You can go on; if something looks odd, save a copy and start Layerloom again. The report helps to mend it: copy it and send it to those who make Layerloom. Nothing is sent by itself.</source>
            <translation>您的工作已保留，可以繼續。若有異狀，請儲存副本並重新啟動 Layerloom。報告有助於修正問題：請複製並寄給 Layerloom 的製作者。不會自動傳送任何內容。</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Report</source>
            <translation>報告</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Include the project, and what the error says of it</source>
            <translation>包含專案，以及錯誤對它的說明</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Copy Report</source>
            <translation>複製報告</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Save a Copy and Quit...</source>
            <translation>儲存副本並結束...</translation>
        </message>
        <message>
            <location filename="../../app/safety/crash_dialog.py" />
            <source>Something went wrong in Layerloom</source>
            <translation>Layerloom 發生問題</translation>
        </message>
        <message>
            <location filename="../../app/safety/crashing.py" />
            <source>Save a copy</source>
            <translation>儲存副本</translation>
        </message>
        <message>
            <location filename="../../app/safety/crashing.py" />
            <source>The copy was not saved</source>
            <translation>副本未儲存</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>the name</source>
            <translation>名稱</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>blocks</source>
            <translation>區塊</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>the style of the source</source>
            <translation>原始碼的風格</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>how weights start</source>
            <translation>權重如何起始</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>unknown parts</source>
            <translation>未知的部分</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>frames</source>
            <translation>外框</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>notes</source>
            <translation>註記</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <location filename="../../app/step_words.py" />
            <location filename="../../train/diagnosis/gradients.py" />
            <location filename="../../graph/uses.py" />
            <source>{names} and {n} more</source>
            <translation>{names}和另外 {n} 個</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>Added: {names}</source>
            <translation>新增：{names}</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>Removed: {names}</source>
            <translation>移除：{names}</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>Changed: {names}</source>
            <translation>更改：{names}</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>Rewired: {names}</source>
            <translation>重新連線：{names}</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>Nothing differs.</source>
            <translation>沒有差異。</translation>
        </message>
        <message>
            <location filename="../../app/safety/difference_view.py" />
            <source>What differs, line by line</source>
            <translation>逐行顯示差異</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/safety/difference_view.py" />
            <source>{n} layers moved</source>
            <translation>
                <numerusform>移動了 {n} 層</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/safety/earlier_versions.py" />
            <source>Red lines are only in the earlier version, green ones only in what is open.</source>
            <translation>紅色的行只在較早的版本中，綠色的只在已開啟的專案中。</translation>
        </message>
        <message>
            <location filename="../../app/safety/earlier_versions.py" />
            <source>Open as Copy</source>
            <translation>以副本開啟</translation>
        </message>
        <message>
            <location filename="../../app/safety/earlier_versions.py" />
            <source>There is no earlier version: nothing was saved over yet</source>
            <translation>沒有較早的版本：還沒有覆寫過任何內容</translation>
        </message>
        <message>
            <location filename="../../app/safety/earlier_versions.py" />
            <source>Earlier versions of {file}</source>
            <translation>{file} 的較早版本</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} was read again</source>
            <translation>已重新讀取 {file}</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>This is a copy now; saving asks where to</source>
            <translation>現在這是副本；儲存時會詢問位置</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} was changed by another program.</source>
            <translation>{file} 已被其他程式更改。</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>Saving writes over what it has now. That is kept as an earlier version.</source>
            <translation>儲存會覆寫它目前的內容，該內容會保留為較早的版本。</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} was read again; yours is kept among the earlier versions</source>
            <translation>已重新讀取 {file}；您的內容保留在較早的版本中</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} is not where it was, or cannot be read. Your work is still here.</source>
            <translation>{file} 不在原來的位置，或無法讀取。您的工作仍在這裡。</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>{file} is open in another Layerloom. What is saved there and here would overwrite each other.</source>
            <translation>{file} 已在另一個 Layerloom 中開啟。兩邊儲存的內容會互相覆寫。</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>Save Anyway</source>
            <translation>仍要儲存</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>Work on a Copy</source>
            <translation>在副本上工作</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>Edit Here Too</source>
            <translation>也在這裡編輯</translation>
        </message>
        <message>
            <location filename="../../app/safety/file_guard.py" />
            <source>The earlier version of {file} could not be kept</source>
            <translation>無法保留 {file} 的較早版本</translation>
        </message>
        <message>
            <location filename="../../app/safety/journals.py" />
            <source>Your changes are not kept in case of a crash ({reason}): save soon.</source>
            <translation>當機時您的變更無法保留（{reason}）：請盡快儲存。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/safety/recovery.py" />
            <source>{n} changes</source>
            <translation>
                <numerusform>{n} 個變更</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Layerloom ended without saving these projects. Recovering opens one with its changes; its file stays as it is until you save. Red lines are only in the file, green ones only in what comes back.</source>
            <translation>Layerloom 結束時未儲存這些專案。復原會開啟專案及其變更；在您儲存之前，檔案維持原狀。紅色的行只在檔案中，綠色的行只在復原的內容中。</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Recovered {project}; it is not saved yet</source>
            <translation>已復原 {project}；尚未儲存</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>It has no file yet.</source>
            <translation>它還沒有檔案。</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Unsaved work was found</source>
            <translation>找到未儲存的工作</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Copy Crash Report</source>
            <translation>複製當機報告</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Recover</source>
            <translation>復原</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>They are lost then.</source>
            <translation>丟棄後將會遺失。</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Its file is gone, or cannot be read: this is against what it was.</source>
            <translation>它的檔案已不在，或無法讀取：這是與檔案原來內容的比較。</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>The end of what was kept is damaged, and left out.</source>
            <translation>所保留內容的結尾已損毀，因此略去。</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>Discard the unsaved changes of {project}?</source>
            <translation>要丟棄 {project} 未儲存的變更嗎？</translation>
        </message>
        <message>
            <location filename="../../app/safety/recovery.py" />
            <source>What was kept cannot be read: {reason}.</source>
            <translation>無法讀取所保留的內容：{reason}。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>{folder} can only be read. Save the project in another folder.</source>
            <translation>{folder} 只能讀取。請將專案儲存到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>You may not write {file} in {folder}. Save it in another folder.</source>
            <translation>您不能在 {folder} 中寫入 {file}。請儲存到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>The disk is full. Make room and try again, or save on another disk.</source>
            <translation>磁碟已滿。請騰出空間後再試，或儲存到其他磁碟。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>Your share of the disk is used up. Make room and try again, or save on another disk.</source>
            <translation>您的磁碟配額已用完。請騰出空間後再試，或儲存到其他磁碟。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>The file would be too large for this disk. Save it on another one.</source>
            <translation>檔案對這個磁碟來說太大。請儲存到其他磁碟。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>The folder {folder} is not there any more. Save it in another folder.</source>
            <translation>資料夾 {folder} 已不存在。請儲存到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>{file} is no ordinary file. Save the project under another name.</source>
            <translation>{file} 不是一般檔案。請以其他名稱儲存專案。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>{file} is a folder. Save the project under another name.</source>
            <translation>{file} 是資料夾。請以其他名稱儲存專案。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>This name is too long. Save it under a shorter one.</source>
            <translation>這個名稱太長。請以較短的名稱儲存。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>The disk does not work as it should. Save the project on another one.</source>
            <translation>磁碟運作不正常。請將專案儲存到其他磁碟。</translation>
        </message>
        <message>
            <location filename="../../app/safety/refusals.py" />
            <source>{file} cannot be written ({reason}). Save it in another folder.</source>
            <translation>無法寫入 {file}（{reason}）。請儲存到其他資料夾。</translation>
        </message>
        <message>
            <location filename="../../app/safety/times.py" />
            <source>Today, {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it here</source>
            <translation>按 Enter 新增於此</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after these {n}</source>
            <translation>按 Enter 新增於這 {n} 個之後</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after {layer}</source>
            <translation>按 Enter 新增於 {layer} 之後</translation>
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it before {layer}</source>
            <translation>按 Enter 新增於 {layer} 之前</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>Add a layer: conv 64 3 s2</source>
            <translation>新增層：conv 64 3 s2</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>The card's line</source>
            <translation>卡片上的文字</translation>
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>What may follow</source>
            <translation>接下來可輸入的內容</translation>
        </message>
        <message>
            <location filename="../../app/searching.py" />
            <source>the process did not survive a batch of {size}</source>
            <translation>行程撐不過大小為 {size} 的批次</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the selection, with Shift farther</source>
            <translation>移動選取的部分，按 Shift 移動更遠</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Arrow keys</source>
            <translation>方向鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Search for a layer to add</source>
            <translation>搜尋要新增的層</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Tab or Space</source>
            <translation>Tab 或空白鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the canvas</source>
            <translation>移動畫布</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Space and drag</source>
            <translation>空白鍵並拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Take a layer off its wires</source>
            <translation>從連線上取下一層</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Alt and drag</source>
            <translation>Alt 並拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move freely, off the grid</source>
            <translation>不貼齊格線，自由移動</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Drag, then Ctrl</source>
            <translation>拖曳後按 Ctrl</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Cut wires</source>
            <translation>切斷連線</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Ctrl and drag with the right button</source>
            <translation>Ctrl 並以右鍵拖曳</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <location filename="../../train/augment_kinds.py" />
            <source>Zoom</source>
            <translation>縮放</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Wheel</source>
            <translation>滾輪</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Open what is selected</source>
            <translation>開啟選取的部分</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Let go; out of a block</source>
            <translation>取消；離開區塊</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Keyboard shortcuts</source>
            <translation>鍵盤快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Find a command or its keys</source>
            <translation>尋找命令或按鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Use It Here</source>
            <translation>用在這裡</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Leave It</source>
            <translation>保持不變</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset All</source>
            <translation>全部重設</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>On the canvas</source>
            <translation>在畫布上</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>{keys} is the shortcut of {command}.</source>
            <translation>{keys} 是{command}的快速鍵。</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Click on keys, then press others. Delete leaves none.</source>
            <translation>點一下按鍵，再按下其他按鍵。按 Delete 則不留快速鍵。</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <location filename="../../app/welcome/template_data.py" />
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset the shortcut of {command}</source>
            <translation>重設{command}的快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Leave {name} without a shortcut</source>
            <translation>不為{name}設定快速鍵</translation>
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Press the keys for {command}, or Esc.</source>
            <translation>請按下{command}的按鍵，或按 Esc。</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Show problems</source>
            <translation>顯示問題</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Device to train on</source>
            <translation>用於訓練的裝置</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Training runs on {device}, chosen by itself</source>
            <translation>訓練在自動選擇的 {device} 上執行</translation>
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>For {basis}</source>
            <translation>以{basis}計</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>{what}: {names}</source>
            <translation>{what}：{names}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Set {what} to {value}</source>
            <translation>將 {what} 設為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Set {what} of {layer} to {value}</source>
            <translation>將 {layer} 的 {what} 設為 {value}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Change note of {layer}</source>
            <translation>變更 {layer} 的註記</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Put {layer} into {frame}</source>
            <translation>將 {layer} 放入 {frame}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Take {layer} out of its frame</source>
            <translation>將 {layer} 移出外框</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Reset {what}</source>
            <translation>重設 {what}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Wire {source} to {target}</source>
            <translation>將 {source} 連到 {target}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <location filename="../../graph/validate_graph.py" />
            <source>Cut the wire from {source} to {target}</source>
            <translation>切斷從 {source} 到 {target} 的連線</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Rename {old} to {new}</source>
            <translation>將 {old} 重新命名為 {new}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Rename frame {old} to {new}</source>
            <translation>將外框 {old} 重新命名為 {new}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Rename block {old} to {new}</source>
            <translation>將區塊 {old} 重新命名為 {new}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Rename project to {name}</source>
            <translation>將專案重新命名為 {name}</translation>
        </message>
        <message>
            <location filename="../../app/step_words.py" />
            <source>Reset {what} of {layer}</source>
            <translation>重設 {layer} 的 {what}</translation>
        </message>
        <message>
            <location filename="../../app/studios.py" />
            <source>Painting {group}: click or drag over layers, Esc ends</source>
            <translation>正在塗抹 {group}：在層上點按或拖曳，Esc 結束</translation>
        </message>
        <message>
            <location filename="../../app/studios.py" />
            <source>Select layers with weights on the canvas first.</source>
            <translation>請先在畫布上選取有權重的層。</translation>
        </message>
        <message>
            <location filename="../../app/studios.py" />
            <source>{layers} has no weights to train.</source>
            <translation>{layers} 沒有可訓練的權重。</translation>
        </message>
        <message>
            <location filename="../../app/task_bar.py" />
            <source>{time} left</source>
            <translation>剩 {time}</translation>
        </message>
        <message>
            <location filename="../../app/tour/bubble.py" />
            <source>Tour</source>
            <translation>導覽</translation>
        </message>
        <message>
            <location filename="../../app/tour/bubble.py" />
            <source>Close the tour</source>
            <translation>關閉導覽</translation>
        </message>
        <message>
            <location filename="../../app/tour/bubble.py" />
            <source>Do It for Me</source>
            <translation>幫我完成</translation>
        </message>
        <message>
            <location filename="../../app/tour/bubble.py" />
            <location filename="../../app/tour/tour.py" />
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>That was it</source>
            <translation>大功告成</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>You have built a network, and it has learned. Save it with Ctrl+S; New from Template in the File menu has larger ones, and ? lists the keys.</source>
            <translation>您建立了一個網路，而且它學會了。請按 Ctrl+S 儲存；「檔案」選單的「從範本新增」有更大的網路，按 ? 會列出按鍵。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>What goes in</source>
            <translation>輸入的內容</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Point at the canvas, press Tab, type “input N 1 8 8” and press Enter: any number of pictures, of one channel and 8 x 8 pixels.</source>
            <translation>請指向畫布，按 Tab，輸入「input N 1 8 8」並按 Enter：任意張圖片，單一通道，8 x 8 像素。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>A layer by typing</source>
            <translation>以輸入新增一層</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>The Input is selected. Press Tab again and type “conv 8 3”: a convolution with 8 filters of 3 x 3. Enter adds it, and wires it to what is selected.</source>
            <translation>Input 已選取。請再按 Tab，輸入「conv 8 3」：有 8 個 3 x 3 濾波器的卷積。按 Enter 會新增它，並連到選取的層。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>A wire by hand</source>
            <translation>親手連線</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Drag ReLU from Activation at the left onto the empty canvas. Then drag from the dot at the right of the convolution to the ReLU.</source>
            <translation>請從左邊的「啟用函數」將 ReLU 拖曳到空白畫布上，再從卷積右邊的圓點拖曳到 ReLU。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>The rest of it</source>
            <translation>其餘的部分</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Click the ReLU and go on by typing: Tab “flatten”, Tab “linear 64 10”, Tab “output”. The 64 is wrong, and meant to be.</source>
            <translation>請點一下 ReLU，並繼續輸入：Tab「flatten」、Tab「linear 64 10」、Tab「output」。64 是錯的，這是故意的。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Mend a mistake</source>
            <translation>修正錯誤</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>As soon as the shapes are known, a red badge says what does not fit. Click it, then the button with the fix.</source>
            <translation>一旦知道形狀，紅色標記會說明哪裡不符。請點一下它，再按修正的按鈕。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Look at a shape</source>
            <translation>查看形狀</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>On each wire stands the shape of what flows there. Click the Flatten: at the right you see what comes in, what goes out, and why.</source>
            <translation>每條連線上都寫著流過內容的形狀。請點一下 Flatten：右邊會顯示輸入、輸出，以及原因。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Choose data</source>
            <translation>選擇資料</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>In the Training tab choose “Digits 8x8”: 1,797 real handwritten digits that come with the app. Your own files can be dropped onto the window.</source>
            <translation>請在「訓練」分頁中選擇「手寫數字 8x8」：隨程式附上的 1,797 個真實手寫數字。您自己的檔案可以拖放到視窗上。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Choose how it learns</source>
            <translation>選擇如何學習</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Choose an optimizer here, such as AdamW. A schedule below it, which changes the learning rate as time goes on, is up to you.</source>
            <translation>請在這裡選擇優化器，例如 AdamW。下方的排程會隨時間改變學習率，可自行決定是否使用。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Press Train. The network learns in a process of its own: you can go on drawing.</source>
            <translation>請按「訓練」。網路在自己的行程中學習：您可以繼續繪圖。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Watch it learn</source>
            <translation>看它學習</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>The dashed curve is what it learns from, the solid one what it has never seen. The tour goes on when the run is over.</source>
            <translation>虛線是它學習所用的資料，實線是它從未見過的資料。執行結束後導覽會繼續。</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>Take it away</source>
            <translation>帶走成果</translation>
        </message>
        <message>
            <location filename="../../app/tour/steps.py" />
            <source>The Source tab shows the network as PyTorch that needs nothing of this app; Export there, or Ctrl+E, writes it to a file.</source>
            <translation>「原始碼」分頁將網路顯示為不需要此程式的 PyTorch 程式碼；那裡的「匯出」或 Ctrl+E 會將它寫入檔案。</translation>
        </message>
        <message>
            <location filename="../../app/tour/tour.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../app/tour/tour.py" />
            <source>{step} of {count}</source>
            <translation>第 {step} 步，共 {count} 步</translation>
        </message>
        <message>
            <location filename="../../app/train_button.py" />
            <source>Stopping</source>
            <translation>停止中</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly.</source>
            <translation>訓練行程意外結束。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Run &gt; Continue a Run goes on from its last checkpoint, {file}.</source>
            <translation>「執行 &gt; 繼續某次訓練」會從最後的檢查點 {file} 接著訓練。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it was killed, perhaps for want of memory).</source>
            <translation>訓練行程意外結束（被強制終止，可能是記憶體不足）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it crashed).</source>
            <translation>訓練行程意外結束（當機）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (exit status {code}).</source>
            <translation>訓練行程意外結束（結束代碼 {code}）。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process is not responding. Wait, or stop it.</source>
            <translation>訓練行程沒有回應。請等候，或停止它。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>There is no checkpoint yet.</source>
            <translation>還沒有檢查點。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>There is no checkpoint yet: train anew.</source>
            <translation>還沒有檢查點：請重新訓練。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>This run has all of its {n} epochs. Give it more to go on with it.</source>
            <translation>這次執行的 {n} 個週期都已完成。給它更多週期即可繼續。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/training_client.py" />
            <source>Trained {n} epochs.</source>
            <translation>
                <numerusform>已訓練 {n} 個週期。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Checked; nothing was trained.</source>
            <translation>已檢查；沒有進行訓練。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped in epoch {epoch}.</source>
            <translation>在週期 {epoch} 停止。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The last checkpoint is {file}.</source>
            <translation>最後的檢查點是 {file}。</translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped; the training process had to be ended.</source>
            <translation>已停止；必須強制結束訓練行程。</translation>
        </message>
        <message>
            <location filename="../../app/undo.py" />
            <source>Nudge</source>
            <translation>微移</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Start</source>
            <translation>開始</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Start a network</source>
            <translation>開始一個網路</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Type a layer's name or press Tab, drag a layer from the left, or drop a file here.</source>
            <translation>輸入層的名稱或按 Tab、從左邊拖曳一層進來，或拖放檔案到這裡。</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Empty</source>
            <translation>空白</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Open...</source>
            <translation>開啟...</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Take the Tour</source>
            <translation>開始導覽</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Recent</source>
            <translation>最近</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>An empty canvas, without this page</source>
            <translation>不顯示此頁的空白畫布</translation>
        </message>
        <message>
            <location filename="../../app/welcome/start_page.py" />
            <source>Open {file}</source>
            <translation>開啟 {file}</translation>
        </message>
        <message>
            <location filename="../../app/welcome/template_dialog.py" />
            <source>New from Template</source>
            <translation>從範本新增</translation>
        </message>
        <message>
            <location filename="../../app/welcome/template_dialog.py" />
            <source>Find a template</source>
            <translation>尋找範本</translation>
        </message>
        <message>
            <location filename="../../app/window_menus.py" />
            <source>Introduction</source>
            <translation>入門</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} parameters</source>
            <translation>
                <numerusform>{n} 個參數</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} layers</source>
            <translation>
                <numerusform>{n} 層</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no layers</source>
            <translation>沒有層</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} problems</source>
            <translation>
                <numerusform>{n} 個問題</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no problems</source>
            <translation>沒有問題</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} h</source>
            <translation>{time} 小時</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} min</source>
            <translation>{time} 分</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <location filename="../../graph/phrases.py" />
            <location filename="../../graph/validate_initialize.py" />
            <source>{words}.</source>
            <translation>{words}。</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{count} FLOPs</source>
            <translation>{count} FLOPs</translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{amount} kept</source>
            <translation>保留 {amount}</translation>
        </message>
        <message>
            <location filename="../../app/xray/drawing.py" />
            <source>NaN or infinite</source>
            <translation>NaN 或無限大</translation>
        </message>
        <message>
            <location filename="../../app/xray/drawing.py" />
            <source>{share} dead</source>
            <translation>{share} 已死</translation>
        </message>
        <message>
            <location filename="../../app/xray/drawing.py" />
            <source>{share} at its ends</source>
            <translation>{share} 位於邊緣</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Histograms of the activations over time</source>
            <translation>激活值隨時間的直方圖</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Histograms of the gradients over time</source>
            <translation>梯度隨時間的直方圖</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>X-ray</source>
            <translation>X 光</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Deviation</source>
            <translation>標準差</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Norm</source>
            <translation>範數</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Zeros</source>
            <translation>零</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Gradients</source>
            <translation>梯度</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Gradient</source>
            <translation>梯度</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Last step</source>
            <translation>上一步</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Step / weights</source>
            <translation>步長／權重</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Gives</source>
            <translation>輸出</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Dead units</source>
            <translation>已死的單元</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>At its ends</source>
            <translation>位於邊緣</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Gets back</source>
            <translation>傳回</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>In each copy</source>
            <translation>各個副本</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>deviation, gradient</source>
            <translation>標準差、梯度</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Infinite</source>
            <translation>無限大</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>Activations</source>
            <translation>激活值</translation>
        </message>
        <message>
            <location filename="../../app/xray/part.py" />
            <source>{place} at step {step}</source>
            <translation>{place}，第 {step} 步</translation>
        </message>
        <message>
            <location filename="../../app/xray/xraying.py" />
            <source>Step {step}</source>
            <translation>第 {step} 步</translation>
        </message>
        <message>
            <location filename="../../codegen/block_uses.py" />
            <source>trust the Python files before it</source>
            <translation>請信任它之前的 Python 檔案</translation>
        </message>
        <message>
            <location filename="../../codegen/block_uses.py" />
            <source>{name}: when asks for the shape that arrives, which is not known</source>
            <translation>{name}：when 需要到達的形狀，但它未知</translation>
        </message>
        <message>
            <location filename="../../codegen/calling.py" />
            <source>nothing arrives at {name} of a {type}</source>
            <translation>{type} 的 {name} 沒有輸入</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>{node}: a {type} is no module, so it has no hook</source>
            <translation>{node}：{type} 不是模組，因此沒有掛鉤</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>choose a layer that shares no weights</source>
            <translation>請選擇不共用權重的層</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>{node}: it stands in a block</source>
            <translation>{node}：它位於區塊中</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>name its place, such as {inside}</source>
            <translation>請指出它的位置，例如 {inside}</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>there is no layer {node}</source>
            <translation>沒有層 {node}</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>choose a layer beside it, such as {near}</source>
            <translation>請選擇它旁邊的層，例如 {near}</translation>
        </message>
        <message>
            <location filename="../../codegen/features.py" />
            <source>{node}: its module is called for several nodes, which a hook cannot tell apart</source>
            <translation>{node}：它的模組由多個節點呼叫，掛鉤無法區分</translation>
        </message>
        <message>
            <location filename="../../codegen/filling.py" />
            <source>torch.nn.init has no {function}</source>
            <translation>torch.nn.init 沒有 {function}</translation>
        </message>
        <message>
            <location filename="../../codegen/filling.py" />
            <source>{file} cannot be read: {error}</source>
            <translation>無法讀取 {file}：{error}</translation>
        </message>
        <message>
            <location filename="../../codegen/literals.py" />
            <source>a value of type {name} cannot be written as source</source>
            <translation>{name} 類型的值無法寫成原始碼</translation>
        </message>
        <message>
            <location filename="../../codegen/literals.py" />
            <source>{value} has no value outside a block</source>
            <translation>{value} 在區塊之外沒有值</translation>
        </message>
        <message>
            <location filename="../../codegen/literals.py" />
            <source>{name} is no element type</source>
            <translation>{name} 不是元素類型</translation>
        </message>
        <message>
            <location filename="../../codegen/lower.py" />
            <source>the network has no Output</source>
            <translation>網路沒有 Output</translation>
        </message>
        <message>
            <location filename="../../codegen/lower.py" />
            <source>add an Output and wire it</source>
            <translation>請加入 Output 並連線</translation>
        </message>
        <message>
            <location filename="../../codegen/lower.py" />
            <source>wire it</source>
            <translation>請連線</translation>
        </message>
        <message>
            <location filename="../../codegen/lower.py" />
            <source>{name}: nothing is wired to this output</source>
            <translation>{name}：沒有連線到這個輸出</translation>
        </message>
        <message>
            <location filename="../../codegen/lower_class.py" />
            <source>{name}: {type} takes no tensor that could go on</source>
            <translation>{name}：{type} 不接受可以繼續傳遞的張量</translation>
        </message>
        <message>
            <location filename="../../codegen/lower_class.py" />
            <source>{name}: a {type} cannot be compiled yet</source>
            <translation>{name}：{type} 尚無法編譯</translation>
        </message>
        <message>
            <location filename="../../codegen/modules.py" />
            <source>{node}: there is no layer {type}</source>
            <translation>{node}：沒有層 {type}</translation>
        </message>
        <message>
            <location filename="../../codegen/modules.py" />
            <source>{name} takes {inputs}</source>
            <translation>{name} 接受 {inputs}</translation>
        </message>
        <message>
            <location filename="../../codegen/modules.py" />
            <source>{node}: a tensor cannot stand in a container</source>
            <translation>{node}：張量不能放在容器中</translation>
        </message>
        <message>
            <location filename="../../codegen/modules.py" />
            <source>{node}: PyTorch refuses to build {type}: {error}</source>
            <translation>{node}：PyTorch 拒絕建立 {type}：{error}</translation>
        </message>
        <message>
            <location filename="../../codegen/scope.py" />
            <source>{name}: there is no layer {type}</source>
            <translation>{name}：沒有層 {type}</translation>
        </message>
        <message>
            <location filename="../../codegen/scope.py" />
            <source>{name}: {name_2} follows from the shape that arrives, which is not known</source>
            <translation>{name}：{name_2} 取決於到達的形狀，但它未知</translation>
        </message>
        <message>
            <location filename="../../codegen/scope.py" />
            <source>write {name}, or trust the Python file before it</source>
            <translation>請寫出 {name}，或信任它之前的 Python 檔案</translation>
        </message>
        <message>
            <location filename="../../codegen/scope.py" />
            <source>{name}: nothing is known about what arrives here</source>
            <translation>{name}：到達這裡的內容未知</translation>
        </message>
        <message>
            <location filename="../../codegen/steps.py" />
            <source>{node}: there is no function {type}</source>
            <translation>{node}：沒有函式 {type}</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Two layers and a bend between them: the smallest network that learns XOR.</source>
            <translation>兩層與其間的一個轉折：能學會 XOR 的最小網路。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Handwritten digits of 8 x 8 pixels, read by two hidden layers.</source>
            <translation>8 x 8 像素的手寫數字，由兩個隱藏層讀取。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>LeNet-5 (LeCun et al., 1998), with ReLU and max pooling, on 5,000 real digits of MNIST.</source>
            <translation>LeNet-5（LeCun 等人，1998），使用 ReLU 與最大池化，訓練於 5,000 個真實的 MNIST 數字。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>How far diabetes goes on in a year, foretold from ten measurements of 442 patients.</source>
            <translation>由 442 位患者的十項測量值預測糖尿病一年後的進展。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>VGG16 (Simonyan &amp; Zisserman, 2014): nothing but 3x3 convolutions, in five stages of growing width.</source>
            <translation>VGG16（Simonyan 與 Zisserman，2014）：只有 3x3 卷積，分為寬度遞增的五個階段。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>ResNet34 (He et al., 2015), drawn from one residual block and one stage of them.</source>
            <translation>ResNet34（He 等人，2015），以一個殘差區塊與一個階段畫成。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>GoogLeNet (Szegedy et al., 2014), Inception v1 with batch norm: four views of each image side by side. The two auxiliary heads help while it learns; without aux1, aux2 and their outputs it is the same network.</source>
            <translation>GoogLeNet（Szegedy 等人，2014），即使用批次正規化的 Inception v1：並列四種觀看影像的方式。兩個輔助輸出在學習時提供幫助；拿掉 aux1、aux2 及其輸出仍是同一個網路。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Inception v3 (Szegedy et al., 2015): five kinds of blocks, whose large kernels are taken apart into small ones. The auxiliary head helps while it learns; without aux and its output it is the same network.</source>
            <translation>Inception v3（Szegedy 等人，2015）：五種區塊，其中大的 kernel 拆成小的。輔助輸出在學習時提供幫助；拿掉 aux 及其輸出仍是同一個網路。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>DenseNet-121 (Huang et al., 2016): each layer reads everything that the layers before it have found.</source>
            <translation>DenseNet-121（Huang 等人，2016）：每一層都讀取前面各層找到的一切。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>MobileNetV2 (Sandler et al., 2018): blocks that widen, look at each channel by itself, and narrow again.</source>
            <translation>MobileNetV2（Sandler 等人，2018）：先變寬、分別看每個通道、再變窄的區塊。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>U-Net (Ronneberger et al., 2015): down to what is there, up to where it is, with every view kept in between.</source>
            <translation>U-Net（Ronneberger 等人，2015）：向下看是什麼，向上看在哪裡，並保留其間的每個視圖。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>ViT-B/16 (Dosovitskiy et al., 2020): a picture is cut into 196 patches, which are read as words are.</source>
            <translation>ViT-B/16（Dosovitskiy 等人，2020）：將圖片切成 196 塊，像讀字一樣讀取。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>The adding problem (Hochreiter &amp; Schmidhuber, 1997): each step brings a number and a mark; the answer is the sum of the two marked numbers, so the cell has to remember.</source>
            <translation>加法問題（Hochreiter 與 Schmidhuber，1997）：每一步有一個數與一個標記；答案是兩個標記數的和，因此必須記住它們。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A language model (Zaremba et al., 2014): two layers of LSTM read a text and guess each next word.</source>
            <translation>語言模型（Zaremba 等人，2014）：兩層 LSTM 讀取文字，並猜測每個下一個字。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Translation with attention (Luong et al., 2015): each word written looks back at all the words read.</source>
            <translation>使用注意力的翻譯（Luong 等人，2015）：寫出的每個字都回顧讀過的所有字。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A GPT decoder (Radford et al., 2019) of the size of GPT-2: each word sees those before it, and guesses the next. One table of word vectors both reads the words and scores the guesses.</source>
            <translation>與 GPT-2 同大小的 GPT 解碼器（Radford 等人，2019）：每個字看到之前的字，並猜測下一個。同一個字向量表既讀字，也為猜測評分。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>BERT-base (Devlin et al., 2018): words, places and sentences, added, read by twelve encoder layers.</source>
            <translation>BERT-base（Devlin 等人，2018）：字、位置與句子相加，由十二個編碼器層讀取。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A digit of 64 pixels is squeezed into 8 numbers and drawn again from these alone.</source>
            <translation>將 64 像素的數字壓縮成 8 個數，再只憑這些數畫回來。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A variational autoencoder (Kingma &amp; Welling, 2013): each digit becomes a small cloud of codes, not a point.</source>
            <translation>變分自編碼器（Kingma 與 Welling，2013）：每個數字成為一小團編碼，而不是一個點。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>The generator of DCGAN (Radford et al., 2015): 100 random numbers grow into a picture of 64 x 64.</source>
            <translation>DCGAN 的生成器（Radford 等人，2015）：100 個隨機數長成 64 x 64 的圖片。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>The discriminator of DCGAN (Radford et al., 2015): is this picture of 64 x 64 real?</source>
            <translation>DCGAN 的鑑別器（Radford 等人，2015）：這張 64 x 64 的圖片是真的嗎？</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Two pictures of digits go in, the sum of the digits comes out. One tower reads each picture; what they saw is added, and both views and their sum are joined before the decision.</source>
            <translation>輸入兩張數字圖片，輸出兩數之和。每張圖片由一個塔讀取；所見相加，並在決定之前將兩個視圖與其和相接。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A Siamese net (Bromley et al., 1993): one tower reads both pictures, and their distance is the answer.</source>
            <translation>孿生網路（Bromley 等人，1993）：同一個塔讀取兩張圖片，兩者的距離就是答案。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A mixture of experts (Shazeer et al., 2017): for each digit a gate picks the two of four experts it trusts most.</source>
            <translation>專家混合（Shazeer 等人，2017）：對每個數字，閘門從四位專家中挑選最信任的兩位。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A Linear layer built from what it is made of: two parameters, a product and a sum.</source>
            <translation>由其組成部分建構的 Linear 層：兩個參數、一個乘積與一個和。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A perceptron of layers of one's own: the same block twice, with a sigmoid after each.</source>
            <translation>以自己的層組成的感知器：同一個區塊用兩次，其後各有一個 sigmoid。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Dropout: half of the numbers are set to zero while the network learns, and none when it is used.</source>
            <translation>Dropout：網路學習時將一半的數設為零，使用時則不會。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Batch norm with a weight of 4: whatever comes in, what goes out has variance 16 and mean 0.</source>
            <translation>權重為 4 的批次正規化：無論輸入什麼，輸出的變異數為 16、平均為 0。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>A convolution with a kernel that is given: it sharpens edges, and leaves what is flat as it is.</source>
            <translation>給定 kernel 的卷積：使邊緣銳利，平坦處維持不變。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Words become vectors that are given, not learned: the numbers stand in the file.</source>
            <translation>字變成給定而非學得的向量：數值寫在檔案中。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Layers in a ModuleList: the network goes through them in a loop, and their weights are found in it.</source>
            <translation>ModuleList 中的層：網路以迴圈走過它們，並在其中找到它們的權重。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>How weights start, said once for the whole network: by the kind of layer and by the name of the parameter.</source>
            <translation>權重如何起始，為整個網路指定一次：依層的類型與參數的名稱。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>An LSTM, and beside it an LSTMCell that takes the same steps one by one: with the same weights they agree.</source>
            <translation>一個 LSTM，旁邊是逐步執行相同步驟的 LSTMCell：權重相同時結果一致。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>The functional style: what has weights is a module, and what has none is a function of torch.nn.functional.</source>
            <translation>函式風格：有權重的是模組，沒有權重的是 torch.nn.functional 的函式。</translation>
        </message>
        <message>
            <location filename="../../examples" />
            <source>Layers of your own, from a Python file beside the project.</source>
            <translation>您自己的層，來自專案旁的 Python 檔案。</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>First nets</source>
            <translation>最初的網路</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>Vision</source>
            <translation>視覺</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>Sequences</source>
            <translation>序列</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>Generative</source>
            <translation>生成</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>Several paths</source>
            <translation>多條路徑</translation>
        </message>
        <message>
            <location filename="../../examples/index.yaml" />
            <source>Introduction to torch.nn</source>
            <translation>torch.nn 入門</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>set key to one of them</source>
            <translation>請將 key 設為其中之一</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>save the project first</source>
            <translation>請先儲存專案</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>put the file into it</source>
            <translation>請將檔案放進其中</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>put it there</source>
            <translation>請將它放在那裡</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>it has no header</source>
            <translation>它沒有標頭</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>no {key}</source>
            <translation>沒有 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>several arrays</source>
            <translation>多個陣列</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} has {said}: it has {has}</source>
            <translation>{name} 有{said}：其中有 {has}</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} is looked for beside the project</source>
            <translation>{name} 會在專案旁尋找</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} is no array file</source>
            <translation>{name} 不是陣列檔</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>name one that ends in {endings}</source>
            <translation>請指定以 {endings} 結尾的檔案</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>check it</source>
            <translation>請檢查</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} is outside of the project's folder</source>
            <translation>{name} 位於專案資料夾之外</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>there is no file {name} beside the project</source>
            <translation>專案旁沒有檔案 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} is too large for the weights of a layer</source>
            <translation>{name} 對一層的權重來說太大</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>its header is too long</source>
            <translation>它的標頭太長</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} is no name of a file</source>
            <translation>{name} 不是檔名</translation>
        </message>
        <message>
            <location filename="../../graph/array_file.py" />
            <source>{name} cannot be read as an array</source>
            <translation>{name} 無法讀取為陣列</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Rename argument to {new}</source>
            <translation>將引數重新命名為 {new}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Remove argument {name}</source>
            <translation>移除引數 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Make {name} an argument</source>
            <translation>將 {name} 設為引數</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{name} is no name: it has letters, digits and _, and is no word of Python</source>
            <translation>{name} 不是名稱：名稱由字母、數字和 _ 組成，且不是 Python 的關鍵字</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>every layer has a {name} of its own</source>
            <translation>每一層都有自己的 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{name} is a function in expressions</source>
            <translation>{name} 是運算式中的函式</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{name} means the channels of a layer in its 'when'</source>
            <translation>{name} 在層的 'when' 中表示其通道</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>Add argument {name}</source>
            <translation>新增引數 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <location filename="../../graph/validate_blocks.py" />
            <source>Set {name} of {block}</source>
            <translation>設定 {block} 的 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>give it one first</source>
            <translation>請先給它一個值</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>take it out of the expressions first</source>
            <translation>請先從運算式中移除</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{argument} of {node} is {said} already</source>
            <translation>{node} 的 {argument} 已是 {said}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{argument} of {node} has no value yet</source>
            <translation>{node} 的 {argument} 還沒有值</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{name} has no argument {name_2}</source>
            <translation>{name} 沒有引數 {name_2}</translation>
        </message>
        <message>
            <location filename="../../graph/block_arguments.py" />
            <source>{name} has an argument {name_2} already</source>
            <translation>{name} 已有引數 {name_2}</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>mend that first</source>
            <translation>請先修正</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>cut that wire first</source>
            <translation>請先切斷該連線</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>end that first</source>
            <translation>請先結束它</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>remove when first</source>
            <translation>請先移除 when</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>remove repeat first</source>
            <translation>請先移除 repeat</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} is no block, so there is nothing to dissolve</source>
            <translation>{name} 不是區塊，沒有可拆解的</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>Dissolve {name}</source>
            <translation>拆解 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{type} stands inside itself</source>
            <translation>{type} 位於自身之內</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} feeds itself</source>
            <translation>{name} 連到自己</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>reset it</source>
            <translation>請重設</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{sharing} shares the weights of {name}</source>
            <translation>{sharing} 共用 {name} 的權重</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} is left out where its 'when' says so</source>
            <translation>{name} 依其 'when' 被略過</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} is repeated {said} times, which cannot be drawn as single layers</source>
            <translation>{name} 重複 {said} 次，無法畫成單獨的層</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>set repeat to a number from 1 to {max_copies} first</source>
            <translation>請先將 repeat 設為 1 到 {max_copies} 的數</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} is repeated, but has several inputs</source>
            <translation>{name} 重複，但有多個輸入</translation>
        </message>
        <message>
            <location filename="../../graph/block_dissolving.py" />
            <source>{name} has {option}, which is said of a whole block</source>
            <translation>{name} 有 {option}，它是對整個區塊而言的</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>Add block</source>
            <translation>新增區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>Change block</source>
            <translation>更改區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <location filename="../../graph/project_edits.py" />
            <source>a block would have no name</source>
            <translation>區塊會沒有名稱</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <location filename="../../graph/project_edits.py" />
            <location filename="../../graph/project_reader.py" />
            <source>give it one</source>
            <translation>請給它一個名稱</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>an argument of {block} would be called {name}, as something of every layer is</source>
            <translation>{block} 的引數會名為 {name}，與每一層都有的項目同名</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>there is already a block named {name}</source>
            <translation>已有名為 {name} 的區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_edits.py" />
            <source>there is no block named {name}</source>
            <translation>沒有名為 {name} 的區塊</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>Made {block}. The weights of {learned} are called {use}.{learned} from now on.</source>
            <translation>已建立 {block}。{learned} 的權重從此稱為 {use}.{learned}。</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>Make block {name}</source>
            <translation>建立區塊 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>Made {block}.</source>
            <translation>已建立 {block}。</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <location filename="../../graph/muting.py" />
            <source>nothing is selected</source>
            <translation>沒有選取任何項目</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>select the layers that are to be a block</source>
            <translation>請選取要做成區塊的層</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>select what lies between them</source>
            <translation>請選取它們之間的部分</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>{listed} cannot go into a block: Inputs and Outputs of the network stay where they are</source>
            <translation>{listed} 不能放進區塊：網路的 Input 與 Output 留在原處</translation>
        </message>
        <message numerus="yes">
            <location filename="../../graph/block_making.py" />
            <source>{names} lie on the way from one selected layer to another, so the block would feed itself</source>
            <translation>
                <numerusform>{names} 位於兩個選取的層之間，區塊會因此連到自己</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../graph/block_making.py" />
            <source>select them too</source>
            <translation>
                <numerusform>請一併選取</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>nothing outside leads to what is selected, so the block would have no Input</source>
            <translation>選取的部分沒有來自外部的輸入，區塊會沒有 Input</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>select a layer that is fed as well</source>
            <translation>請一併選取有輸入的層</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>nothing leaves what is selected, so the block would have no Output</source>
            <translation>選取的部分沒有輸出到外部，區塊會沒有 Output</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>select a layer whose output can be used</source>
            <translation>請選取輸出可供使用的層</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>select both, or neither</source>
            <translation>請兩個都選，或都不選</translation>
        </message>
        <message>
            <location filename="../../graph/block_making.py" />
            <source>{name} shares the weights of {shared}</source>
            <translation>{name} 共用 {shared} 的權重</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>Remove block {block} and its uses</source>
            <translation>移除區塊 {block} 和所有使用處</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>remove or dissolve these first</source>
            <translation>請先移除或拆解它們</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>Remove block {block}</source>
            <translation>移除區塊 {block}</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>Dissolve all uses of {block}</source>
            <translation>拆解 {block} 的所有使用處</translation>
        </message>
        <message>
            <location filename="../../graph/block_removing.py" />
            <source>{block} is used by {uses}</source>
            <translation>{block} 由 {uses} 使用</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>{tensor} arrives</source>
            <translation>到達的是 {tensor}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>{tensor} arrives from {source}</source>
            <translation>從 {source} 到達的是 {tensor}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>{tensor} from {source}</source>
            <translation>來自 {source} 的 {tensor}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>{tensors} arrive</source>
            <translation>到達的是{tensors}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <location filename="../../graph/catalog/indexing.py" />
            <source>the last axis</source>
            <translation>最後一軸</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <location filename="../../graph/catalog/indexing.py" />
            <source>axis {place}</source>
            <translation>軸 {place}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>it gives no reason</source>
            <translation>它沒有說明原因</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>Insert {type}</source>
            <translation>插入 {type}</translation>
        </message>
        <message>
            <location filename="../../graph/case.py" />
            <source>Set {argument} to {shown}</source>
            <translation>將 {argument} 設為 {shown}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where data comes into the network.</source>
            <translation>資料進入網路之處。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>What the network returns.</source>
            <translation>網路傳回的內容。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A learned tensor of its own, as nn.Parameter makes it.</source>
            <translation>單獨的可學習張量，如 nn.Parameter 所建立。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A tensor that is saved with the network and moves with it, but is not learned.</source>
            <translation>隨網路儲存與移動、但不學習的張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A fixed number or array.</source>
            <translation>固定的數或陣列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A class or function of your own, from a Python file beside the project.</source>
            <translation>您自己的類別或函式，來自專案旁的 Python 檔案。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Slides learned filters along a sequence or a signal.</source>
            <translation>以學得的濾波器沿序列或訊號滑動。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Slides learned filters over an image.</source>
            <translation>以學得的濾波器在影像上滑動。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Slides learned filters over a volume or a video.</source>
            <translation>以學得的濾波器在體積或影片上滑動。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Spreads a sequence out to a longer one with learned filters.</source>
            <translation>以學得的濾波器將序列擴展成更長的序列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Spreads an image out to a larger one with learned filters.</source>
            <translation>以學得的濾波器將影像擴展成更大的影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Spreads a volume out to a larger one with learned filters.</source>
            <translation>以學得的濾波器將體積擴展成更大的體積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mixes all features of the last axis by a learned matrix.</source>
            <translation>以學得的矩陣混合最後一軸的所有特徵。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mixes two inputs by a learned form that is linear in each.</source>
            <translation>以對兩者各為線性的學得形式混合兩個輸入。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives back what it takes.</source>
            <translation>原樣輸出。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Looks up a learned vector for each number.</source>
            <translation>為每個數查出學得的向量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Looks up a learned vector for each number, and takes the mean or sum of each bag.</source>
            <translation>為每個數查出學得的向量，並對每袋取平均或總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each feature mean 0 and variance 1 over the batch, then learns both.</source>
            <translation>使每個特徵在批次中平均為 0、變異數為 1，再學習兩者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each channel mean 0 and variance 1 over the batch, then learns both.</source>
            <translation>使每個通道在批次中平均為 0、變異數為 1，再學習兩者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each channel of a volume mean 0 and variance 1 over the batch, then learns both.</source>
            <translation>使體積的每個通道在批次中平均為 0、變異數為 1，再學習兩者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each sample mean 0 and variance 1 over its last axes, then learns both.</source>
            <translation>使每個樣本在最後幾軸上平均為 0、變異數為 1，再學習兩者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Scales each sample by the root mean square of its last axes.</source>
            <translation>以最後幾軸的均方根縮放每個樣本。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each group of channels of a sample mean 0 and variance 1.</source>
            <translation>使樣本的每組通道平均為 0、變異數為 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each channel of each sequence mean 0 and variance 1.</source>
            <translation>使每個序列的每個通道平均為 0、變異數為 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each channel of each image mean 0 and variance 1.</source>
            <translation>使每張影像的每個通道平均為 0、變異數為 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gives each channel of each volume mean 0 and variance 1.</source>
            <translation>使每個體積的每個通道平均為 0、變異數為 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Damps a channel where its neighbours are strong, as in AlexNet.</source>
            <translation>在鄰近通道強烈時抑制該通道，如 AlexNet。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps what is positive and makes the rest zero.</source>
            <translation>保留正數，其餘變成零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps what is positive and a little of what is negative.</source>
            <translation>保留正數，並保留一點負數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>ReLU that learns how much of the negative to keep.</source>
            <translation>會學習保留多少負數的 ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Leaky ReLU with a random slope while it trains.</source>
            <translation>訓練時斜率隨機的 Leaky ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>ReLU that stops at 6.</source>
            <translation>到 6 為止的 ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>ReLU with a smooth, saturating negative side.</source>
            <translation>負側平滑且飽和的 ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>ELU with a continuous slope for every alpha.</source>
            <translation>對任何 alpha 斜率都連續的 ELU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>ELU scaled so that deep nets keep mean 0 and variance 1.</source>
            <translation>經縮放的 ELU，使深層網路保持平均 0、變異數 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Weighs each number by how likely a normal one is smaller.</source>
            <translation>以常態數小於它的機率為每個數加權。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Each number times its own sigmoid.</source>
            <translation>每個數乘以它自己的 sigmoid。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Each number times the tanh of its softplus.</source>
            <translation>每個數乘以它的 softplus 的 tanh。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A smooth ReLU.</source>
            <translation>平滑的 ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Squeezes each number between 0 and 1.</source>
            <translation>將每個數壓到 0 與 1 之間。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Squeezes each number between -1 and 1.</source>
            <translation>將每個數壓到 -1 與 1 之間。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of the sigmoid.</source>
            <translation>sigmoid 的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Squeezes each number between -1 and 1, slowly.</source>
            <translation>緩慢地將每個數壓到 -1 與 1 之間。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts each number off at both ends.</source>
            <translation>在兩端截斷每個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A sigmoid made of straight lines.</source>
            <translation>由直線組成的 sigmoid。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A SiLU made of straight lines.</source>
            <translation>由直線組成的 SiLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes small numbers zero.</source>
            <translation>使小的數變成零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes small numbers zero, and the rest smaller.</source>
            <translation>使小的數變成零，其餘變小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Each number less its tanh.</source>
            <translation>每個數減去它的 tanh。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Replaces what is not above a threshold.</source>
            <translation>取代未超過臨界值的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Halves an axis; the sigmoid of one half gates the other.</source>
            <translation>將一個軸對半；一半的 sigmoid 控制另一半。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns an axis into positive numbers that sum to 1.</source>
            <translation>將一個軸變成總和為 1 的正數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of softmax.</source>
            <translation>softmax 的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Softmax that prefers what is small.</source>
            <translation>偏好較小者的 softmax。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Softmax over the channels at every place of an image.</source>
            <translation>在影像每一處對通道做 softmax。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps the largest number of each window of a sequence.</source>
            <translation>保留序列每個視窗中最大的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps the largest number of each window of an image.</source>
            <translation>保留影像每個視窗中最大的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps the largest number of each window of a volume.</source>
            <translation>保留體積每個視窗中最大的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the mean of each window of a sequence.</source>
            <translation>取序列每個視窗的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the mean of each window of an image.</source>
            <translation>取影像每個視窗的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the mean of each window of a volume.</source>
            <translation>取體積每個視窗的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the p-norm of each window of a sequence.</source>
            <translation>取序列每個視窗的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the p-norm of each window of an image.</source>
            <translation>取影像每個視窗的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the p-norm of each window of a volume.</source>
            <translation>取體積每個視窗的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Max pooling over windows of random place, to any size.</source>
            <translation>以隨機位置的視窗做最大池化，可得任何大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Max pooling of volumes over windows of random place, to any size.</source>
            <translation>以隨機位置的視窗對體積做最大池化，可得任何大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes means so that a sequence comes out at the length you choose.</source>
            <translation>取平均，使序列成為您選擇的長度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes means so that an image comes out at the size you choose.</source>
            <translation>取平均，使影像成為您選擇的大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes means so that a volume comes out at the size you choose.</source>
            <translation>取平均，使體積成為您選擇的大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes maxima so that a sequence comes out at the length you choose.</source>
            <translation>取最大值，使序列成為您選擇的長度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes maxima so that an image comes out at the size you choose.</source>
            <translation>取最大值，使影像成為您選擇的大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes maxima so that a volume comes out at the size you choose.</source>
            <translation>取最大值，使體積成為您選擇的大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts each maximum back where max pooling found it in a sequence.</source>
            <translation>將每個最大值放回最大池化在序列中找到它之處。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts each maximum back where max pooling found it in an image.</source>
            <translation>將每個最大值放回最大池化在影像中找到它之處。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts each maximum back where max pooling found it in a volume.</source>
            <translation>將每個最大值放回最大池化在體積中找到它之處。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins axes into one, by default all but the batch.</source>
            <translation>將多個軸合為一個，預設為批次以外的全部。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Splits one axis into several.</source>
            <translation>將一個軸拆成多個。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns channels into a larger image: sub-pixel convolution.</source>
            <translation>將通道轉成更大的影像：子像素卷積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns an image into a smaller one with more channels.</source>
            <translation>將影像轉成較小、但通道更多的影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Deals channels out again between groups, as in ShuffleNet.</source>
            <translation>在各組之間重新分配通道，如 ShuffleNet。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes an image, a sequence or a volume larger by interpolation.</source>
            <translation>以內插放大影像、序列或體積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes an image larger by repeating pixels.</source>
            <translation>以重複像素放大影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes an image larger by bilinear interpolation.</source>
            <translation>以雙線性內插放大影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts an image into windows and lays each out as a column.</source>
            <translation>將影像切成視窗，並將每個視窗排成一行。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts columns of windows back into an image and adds what overlaps.</source>
            <translation>將成行的視窗放回影像，重疊處相加。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds zeros around a sequence.</source>
            <translation>在序列周圍補零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds zeros around an image.</source>
            <translation>在影像周圍補零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds zeros around a volume.</source>
            <translation>在體積周圍補零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a number of your choice around a sequence.</source>
            <translation>在序列周圍補上您選擇的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a number of your choice around an image.</source>
            <translation>在影像周圍補上您選擇的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a number of your choice around a volume.</source>
            <translation>在體積周圍補上您選擇的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mirrors a sequence at its borders.</source>
            <translation>在邊界鏡射序列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mirrors an image at its borders.</source>
            <translation>在邊界鏡射影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mirrors a volume at its borders.</source>
            <translation>在邊界鏡射體積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats the border of a sequence.</source>
            <translation>重複序列的邊界。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats the border of an image.</source>
            <translation>重複影像的邊界。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats the border of a volume.</source>
            <translation>重複體積的邊界。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Continues a sequence at its other end.</source>
            <translation>將序列從另一端接續。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Continues an image at its other end.</source>
            <translation>將影像從另一端接續。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Continues a volume at its other end.</source>
            <translation>將體積從另一端接續。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads a sequence step by step with a simple memory.</source>
            <translation>以簡單的記憶逐步讀取序列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads a sequence with a gated memory, lighter than an LSTM.</source>
            <translation>以閘控記憶讀取序列，比 LSTM 輕。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads a sequence with a gated memory.</source>
            <translation>以閘控記憶讀取序列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One step of a simple recurrent network.</source>
            <translation>簡單循環網路的一步。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One step of a GRU.</source>
            <translation>GRU 的一步。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One step of an LSTM.</source>
            <translation>LSTM 的一步。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lets each position of one sequence look at all of another.</source>
            <translation>讓一個序列的每個位置看到另一個序列的全部。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Self-attention and a small network at each position, both with a skip.</source>
            <translation>自注意力，以及每個位置上的小網路，兩者都有跳接。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>An encoder layer that also looks at a memory.</source>
            <translation>也會看記憶的編碼器層。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A stack of equal encoder layers.</source>
            <translation>相同編碼器層的堆疊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A stack of equal decoder layers.</source>
            <translation>相同解碼器層的堆疊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The whole of it: an encoder stack and a decoder stack.</source>
            <translation>全部：編碼器堆疊與解碼器堆疊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Sets numbers to zero at random while the network trains.</source>
            <translation>訓練時隨機將數設為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Sets whole channels of sequences to zero at random while the network trains.</source>
            <translation>訓練時隨機將序列的整個通道設為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Sets whole channels of images to zero at random while the network trains.</source>
            <translation>訓練時隨機將影像的整個通道設為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Sets whole channels of volumes to zero at random while the network trains.</source>
            <translation>訓練時隨機將體積的整個通道設為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Dropout that keeps mean and variance; for SELU.</source>
            <translation>保持平均與變異數的 dropout；用於 SELU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Alpha dropout of whole channels.</source>
            <translation>整個通道的 alpha dropout。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a tensor or a number: the skip of a residual net.</source>
            <translation>加上張量或數：殘差網路的跳接。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Subtracts a tensor or a number.</source>
            <translation>減去張量或數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Multiplies element by element.</source>
            <translation>逐元素相乘。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Divides element by element.</source>
            <translation>逐元素相除。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Raises to a power.</source>
            <translation>取乘冪。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>What is left after division.</source>
            <translation>相除後的餘數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Divides and rounds down.</source>
            <translation>相除並向下取整。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns the sign round.</source>
            <translation>改變正負號。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One divided by each number.</source>
            <translation>1 除以每個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The larger of two numbers at each place.</source>
            <translation>每處兩數中較大者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The smaller of two numbers at each place.</source>
            <translation>每處兩數中較小者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Goes part of the way from one tensor to another.</source>
            <translation>從一個張量往另一個張量走一部分。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds the product of two tensors to a third.</source>
            <translation>將兩個張量的積加到第三個。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds the quotient of two tensors to a third.</source>
            <translation>將兩個張量的商加到第三個張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>What is left after division, with the sign of what is divided.</source>
            <translation>相除後的餘數，正負號與被除數相同。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Raises to a power in float64.</source>
            <translation>以 float64 取次方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins tensors end to end along one axis.</source>
            <translation>沿一軸將張量首尾相接。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lays tensors of one shape along a new axis.</source>
            <translation>沿新的軸疊放同形狀的張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts an axis into pieces of the size you choose.</source>
            <translation>將一軸切成您選擇大小的數塊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts an axis into as many pieces as you choose.</source>
            <translation>將一軸切成您選擇數目的數塊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts an axis into as many pieces as you choose, even where they differ by one.</source>
            <translation>將一軸切成您選擇數目的數塊，即使大小相差一。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes an axis apart, a tensor for each place.</source>
            <translation>將一軸拆開，每個位置一個張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Spreads vectors out to the coordinates of a grid.</source>
            <translation>將向量展開成網格的座標。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats tensors until they have one shape.</source>
            <translation>重複張量，直到形狀相同。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins side by side: along axis 1, vectors along axis 0.</source>
            <translation>並排接合：沿第 1 軸，向量則沿第 0 軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins rows below rows.</source>
            <translation>將列接在列的下方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins along the third axis.</source>
            <translation>沿第三個軸接合。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins columns beside columns.</source>
            <translation>將行接在行的旁邊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Every pair of the numbers of vectors.</source>
            <translation>各向量中數值的所有配對。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The same numbers in another shape, without a copy; -1 fills in.</source>
            <translation>相同的數換成另一種形狀，不複製；-1 自動補足。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The same numbers in another shape; -1 fills in.</source>
            <translation>相同的數換成另一種形狀；-1 自動補足。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Joins axes into one.</source>
            <translation>將多個軸合為一個。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Removes an axis of length 1.</source>
            <translation>移除長度為 1 的軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds an axis of length 1.</source>
            <translation>加入長度為 1 的軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts axes into another order.</source>
            <translation>將各軸換成另一種順序。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Swaps two axes.</source>
            <translation>交換兩個軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Moves an axis to another place.</source>
            <translation>將一個軸移到另一處。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats axes of length 1 without a copy; -1 keeps an axis.</source>
            <translation>不複製地重複長度為 1 的軸；-1 保留該軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats axes of length 1, without a copy, up to the sizes of another tensor.</source>
            <translation>不複製地重複長度為 1 的軸，直到另一個張量的大小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats a tensor along each axis.</source>
            <translation>沿每個軸重複張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats a tensor along its last axes.</source>
            <translation>沿最後幾軸重複張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats each element along an axis.</source>
            <translation>沿一軸重複每個元素。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lays the numbers out in memory in the order of the axes.</source>
            <translation>依軸的順序將數排在記憶體中。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns axes round.</source>
            <translation>將軸反轉。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Shifts along an axis; what falls off comes back on the other side.</source>
            <translation>沿一軸平移；移出的從另一側回來。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns an image by quarter turns.</source>
            <translation>以四分之一圈旋轉影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The diagonal of two axes.</source>
            <translation>兩個軸的對角線。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps what is on and below the diagonal.</source>
            <translation>保留對角線及其下方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Keeps what is on and above the diagonal.</source>
            <translation>保留對角線及其上方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Swaps the two axes of a matrix.</source>
            <translation>交換矩陣的兩個軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lays the last axis on the diagonal of a matrix.</source>
            <translation>將最後一軸放到矩陣的對角線上。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads pairs of numbers as complex ones.</source>
            <translation>將成對的數讀成複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads complex numbers as pairs.</source>
            <translation>將複數讀成成對的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Repeats axes until the shape is the one you choose.</source>
            <translation>重複各軸，直到成為所選的形狀。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lays all numbers in one row.</source>
            <translation>將所有數值排成一列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns the first axis round.</source>
            <translation>翻轉第一個軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns the second axis round.</source>
            <translation>翻轉第二個軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Swaps the last two axes, and conjugates.</source>
            <translation>交換最後兩個軸，並取共軛。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A number as a row of one.</source>
            <translation>將單一數值變成只有一個元素的列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes a part out, as x[:, -1] does.</source>
            <translation>取出一部分，如 x[:, -1]。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes one place of an axis.</source>
            <translation>取一軸的一個位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes a stretch of an axis.</source>
            <translation>取一軸的一段。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the places of an axis that a second input names.</source>
            <translation>取一軸上由第二個輸入指定的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes one place of an axis for each element.</source>
            <translation>為每個元素取一軸的一個位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Gathers along an axis, with broadcasting.</source>
            <translation>沿一軸收集，並廣播。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Writes a second input to the places that an index names.</source>
            <translation>將第二個輸入寫到索引指定的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a second input to the places that an index names.</source>
            <translation>將第二個輸入加到索引指定的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The largest numbers of an axis and where they stand.</source>
            <translation>一軸最大的數及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Puts an axis in order.</source>
            <translation>將一軸排序。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The places that would put an axis in order.</source>
            <translation>會使一軸排序的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Writes a second input where a mask is true.</source>
            <translation>在遮罩為真之處寫入第二個輸入。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a second input to places of an axis that an index names.</source>
            <translation>將第二個輸入加到一軸上索引指定的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Writes a number to places of an axis that an index names.</source>
            <translation>將數寫到一軸上索引指定的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The k-th smallest number of an axis and where it stands.</source>
            <translation>一軸第 k 小的數及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The bucket that each number falls into.</source>
            <translation>每個數所落入的區間。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts an axis into windows along a new last axis.</source>
            <translation>將一軸切成視窗，排在新的最後一軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Matrix product, with batches.</source>
            <translation>矩陣乘積，可含批次。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Matrix product of each pair of a batch.</source>
            <translation>批次中每一對的矩陣乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Matrix product of two matrices.</source>
            <translation>兩個矩陣的乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Any product and sum over axes, written with letters.</source>
            <translation>以字母寫出的任何軸上乘積與總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inner product of two vectors.</source>
            <translation>兩個向量的內積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Every product of two vectors.</source>
            <translation>兩個向量的所有乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Matrix times vector.</source>
            <translation>矩陣乘向量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a batch of matrix products.</source>
            <translation>加上一批矩陣乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a matrix product.</source>
            <translation>加上矩陣乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The vector product of 3-D vectors.</source>
            <translation>三維向量的外積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Kronecker product.</source>
            <translation>Kronecker 積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The sum of the diagonal of a matrix.</source>
            <translation>矩陣對角線的總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inner product of the last axes.</source>
            <translation>最後一軸的內積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The norm of vectors over axes.</source>
            <translation>沿所選軸計算向量的範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The norm of matrices.</source>
            <translation>矩陣的範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of square matrices.</source>
            <translation>方陣的反矩陣。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The pseudo-inverse of matrices.</source>
            <translation>矩陣的虛反矩陣。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The determinants of square matrices.</source>
            <translation>方陣的行列式。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Solves linear equations: X of A X = B.</source>
            <translation>解線性方程式：A X = B 中的 X。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Cholesky factor of positive definite matrices.</source>
            <translation>正定矩陣的 Cholesky 因子。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The singular value decomposition of matrices.</source>
            <translation>矩陣的奇異值分解。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The QR decomposition of matrices.</source>
            <translation>矩陣的 QR 分解。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Eigenvalues and eigenvectors of symmetric matrices.</source>
            <translation>對稱矩陣的特徵值與特徵向量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The exponential of square matrices.</source>
            <translation>方陣的矩陣指數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Multiplies square matrices by themselves.</source>
            <translation>方陣自乘若干次。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Sums products over as many last and first axes as you choose.</source>
            <translation>對所選數目的末端與前端軸計算乘積之和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The diagonal of a matrix, or a matrix of a diagonal.</source>
            <translation>取矩陣的對角線，或由對角線建立矩陣。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Lays matrices along a diagonal.</source>
            <translation>將矩陣沿對角線排列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The p-norm of the difference of two tensors.</source>
            <translation>兩個張量之差的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds the sum of a batch of matrix products.</source>
            <translation>加上一批矩陣乘積的總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a product of matrix and vector.</source>
            <translation>加上矩陣與向量的乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Fourier transform along an axis, complex.</source>
            <translation>沿一個軸的傅立葉轉換，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse Fourier transform along an axis, complex.</source>
            <translation>沿一個軸的逆傅立葉轉換，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Fourier transform of real numbers along an axis: its half, complex.</source>
            <translation>實數沿一個軸的傅立葉轉換：只取一半，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Real numbers of half their Fourier transform along an axis.</source>
            <translation>由沿一個軸的半邊傅立葉轉換還原實數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Fourier transform of images, complex.</source>
            <translation>影像的傅立葉轉換，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse Fourier transform of images, complex.</source>
            <translation>影像的逆傅立葉轉換，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The Fourier transform of real images: its half, complex.</source>
            <translation>實數影像的傅立葉轉換：只取一半，結果為複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Real images of half their Fourier transform.</source>
            <translation>由半邊傅立葉轉換還原實數影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Moves the lowest frequency to the middle.</source>
            <translation>將最低頻率移到中央。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Moves the lowest frequency back to the beginning.</source>
            <translation>將最低頻率移回開頭。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The real parts.</source>
            <translation>實部。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The imaginary parts.</source>
            <translation>虛部。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The angles of complex numbers.</source>
            <translation>複數的輻角。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Complex numbers of their lengths and angles.</source>
            <translation>由長度與角度組成複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Complex numbers of their real and imaginary parts.</source>
            <translation>由實部與虛部組成複數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Complex numbers with their imaginary parts turned round.</source>
            <translation>將複數的虛部變號。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The mean over axes.</source>
            <translation>各軸的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The sum over axes.</source>
            <translation>各軸的總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The product over an axis.</source>
            <translation>一軸的乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The smallest numbers of an axis and where they stand.</source>
            <translation>一軸最小的數及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The middle numbers of an axis and where they stand.</source>
            <translation>一軸的中位數及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The largest number over axes.</source>
            <translation>各軸上最大的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The smallest number over axes.</source>
            <translation>各軸上最小的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where the largest number of an axis stands.</source>
            <translation>一軸最大的數的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where the smallest number of an axis stands.</source>
            <translation>一軸最小的數的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The standard deviation over axes.</source>
            <translation>各軸的標準差。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The variance over axes.</source>
            <translation>各軸的變異數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The p-norm over axes.</source>
            <translation>各軸的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of the sum of exponentials.</source>
            <translation>指數總和的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The running sum along an axis.</source>
            <translation>沿一軸的累計總和。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The running product along an axis.</source>
            <translation>沿一軸的累計乘積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether all are true along an axis.</source>
            <translation>沿一軸是否全部為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether any is true along an axis.</source>
            <translation>沿一軸是否有任何為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The running maximum along an axis and where it stands.</source>
            <translation>沿一軸的累計最大值及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of the running sum of exponentials.</source>
            <translation>指數累計總和的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The variance and the mean over axes.</source>
            <translation>各軸的變異數與平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The standard deviation and the mean over axes.</source>
            <translation>各軸的標準差與平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>How many are not zero along axes.</source>
            <translation>沿各軸有多少個不為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The differences of neighbours along an axis.</source>
            <translation>沿一軸相鄰的差。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The sum over axes without what is no number.</source>
            <translation>沿所選軸求和，略過非數值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The mean over axes without what is no number.</source>
            <translation>沿所選軸求平均，略過非數值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The middle numbers of an axis without what is no number.</source>
            <translation>一個軸的中位數，略過非數值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The commonest numbers of an axis and where they stand.</source>
            <translation>一個軸中最常出現的數值及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The smallest and the largest numbers of an axis.</source>
            <translation>一個軸的最小值與最大值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The number below which a share of an axis lies.</source>
            <translation>一個軸中有指定比例的數值小於它的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The running minimum along an axis and where it stands.</source>
            <translation>沿一個軸的累積最小值及其位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes slices along an axis no longer than a norm.</source>
            <translation>限制沿一個軸各切片的範數上限。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The integral along an axis by trapezoids.</source>
            <translation>以梯形法沿一個軸積分。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether two are equal.</source>
            <translation>兩者是否相等。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether two differ.</source>
            <translation>兩者是否不同。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether the first is greater.</source>
            <translation>第一個是否較大。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether the first is greater or equal.</source>
            <translation>第一個是否較大或相等。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether the first is less.</source>
            <translation>第一個是否較小。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether the first is less or equal.</source>
            <translation>第一個是否較小或相等。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>True where both are.</source>
            <translation>兩者皆真之處為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>True where one is.</source>
            <translation>其一為真之處為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>True where the other is not.</source>
            <translation>另一個不為真之處為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes one tensor where a condition holds and another where not.</source>
            <translation>條件成立處取一個張量，不成立處取另一個。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Writes a number where a mask is true.</source>
            <translation>在遮罩為真之處寫入一個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where a number is not one.</source>
            <translation>何處不是數值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>True where one is and the other is not.</source>
            <translation>一個為真而另一個不為真之處為真。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where a number is infinite.</source>
            <translation>何處為無限大。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where a number is finite.</source>
            <translation>何處為有限。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Whether two are nearly equal.</source>
            <translation>兩者是否幾乎相等。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Which numbers are among others.</source>
            <translation>哪些數值包含在另一組之中。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Where numbers belong in sorted ones.</source>
            <translation>數值在已排序數列中的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The bits that both have; of truths, and.</source>
            <translation>兩者皆有的位元；對布林值即為且。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The bits that one of them has; of truths, or.</source>
            <translation>其中之一有的位元；對布林值即為或。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The bits that just one of them has.</source>
            <translation>恰有其中一個有的位元。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The bits turned round; of truths, not.</source>
            <translation>位元反轉；對布林值即為非。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Takes the sign off.</source>
            <translation>去掉正負號。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>e to the power of each number.</source>
            <translation>e 的每個數次方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The natural logarithm.</source>
            <translation>自然對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of 1 + x, exact near 0.</source>
            <translation>1 + x 的對數，在 0 附近精確。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm to base 2.</source>
            <translation>以 2 為底的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>e to the power of x, less 1, exact near 0.</source>
            <translation>e 的 x 次方減 1，在 0 附近精確。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The square root.</source>
            <translation>平方根。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One divided by the square root.</source>
            <translation>1 除以平方根。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Each number times itself.</source>
            <translation>每個數乘以自己。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The sine.</source>
            <translation>正弦。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The cosine.</source>
            <translation>餘弦。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The angle of the point (other, input).</source>
            <translation>點 (other, input) 的角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The error function.</source>
            <translation>誤差函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>-1, 0 or 1.</source>
            <translation>-1、0 或 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Rounds down.</source>
            <translation>向下取整。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Rounds up.</source>
            <translation>向上取整。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Rounds to the nearest whole number.</source>
            <translation>四捨五入到最近的整數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts numbers off below and above.</source>
            <translation>在上下兩端截斷。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Replaces what is not a number.</source>
            <translation>取代不是數值者。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into another type.</source>
            <translation>將數轉成另一種類型。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into float32.</source>
            <translation>將數轉成 float32。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into int64.</source>
            <translation>將數轉成 int64。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Passes values on, but no gradient back.</source>
            <translation>傳遞值，但不回傳梯度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Copies a tensor.</source>
            <translation>複製張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The tangent.</source>
            <translation>正切。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Cuts off what stands behind the point.</source>
            <translation>捨去小數點後的部分。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>What stands behind the point.</source>
            <translation>小數點後的部分。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of the sigmoid.</source>
            <translation>sigmoid 的反函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>sin(pi x) / (pi x).</source>
            <translation>sin(pi x) / (pi x)。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of the sum of two exponentials.</source>
            <translation>兩個指數之和的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The length of the hypotenuse.</source>
            <translation>斜邊的長度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into true, where they are not 0, and false.</source>
            <translation>將不為 0 的數轉成真，其餘為假。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into int32.</source>
            <translation>將數轉成 int32。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into float16.</source>
            <translation>將數轉成 float16。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into float64.</source>
            <translation>將數轉成 float64。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into the type of another tensor.</source>
            <translation>將數轉成另一個張量的類型。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The angle whose sine it is.</source>
            <translation>正弦為此值的角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The angle whose cosine it is.</source>
            <translation>餘弦為此值的角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The angle whose tangent it is.</source>
            <translation>正切為此值的角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The hyperbolic sine.</source>
            <translation>雙曲正弦。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The hyperbolic cosine.</source>
            <translation>雙曲餘弦。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of the hyperbolic sine.</source>
            <translation>雙曲正弦的反函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of the hyperbolic cosine.</source>
            <translation>雙曲餘弦的反函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of the hyperbolic tangent.</source>
            <translation>雙曲正切的反函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>2 to the power of each number.</source>
            <translation>以 2 為底、各數值為指數的次方。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm to base 10.</source>
            <translation>以 10 為底的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>1 less the error function.</source>
            <translation>1 減去誤差函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The inverse of the error function.</source>
            <translation>誤差函數的反函數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The logarithm of the gamma function.</source>
            <translation>伽瑪函數的對數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The slope of lgamma.</source>
            <translation>lgamma 的斜率。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Degrees of radians.</source>
            <translation>將弧度換成角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Radians of degrees.</source>
            <translation>將角度換成弧度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>input times log(other), and 0 where input is 0.</source>
            <translation>input 乘以 log(other)；input 為 0 時得 0。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>0 below 0, 1 above it, and values at 0.</source>
            <translation>小於 0 為 0，大於 0 為 1，等於 0 時取 values。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Numbers with the signs of others.</source>
            <translation>數值帶上另一組的正負號。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Draws from a softmax, with a gradient.</source>
            <translation>從 softmax 抽樣，並保有梯度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Attention of queries to keys and values.</source>
            <translation>查詢對鍵與值的注意力。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Makes an image, a sequence or a volume larger or smaller.</source>
            <translation>放大或縮小影像、序列或體積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Adds a border: first the two ends of the last axis, then of the one before.</source>
            <translation>加上邊界：先是最後一軸的兩端，再是前一軸。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns numbers into vectors with a single 1.</source>
            <translation>將數轉成只有一個 1 的向量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Scales vectors to length 1.</source>
            <translation>將向量縮放為長度 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Layer normalization with weights from the graph.</source>
            <translation>權重來自圖的層正規化。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A linear layer whose weight comes from the graph.</source>
            <translation>權重來自圖的線性層。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A convolution whose filters come from the graph.</source>
            <translation>濾波器來自圖的卷積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>An embedding whose vectors come from the graph.</source>
            <translation>向量來自圖的嵌入。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Turns channels into a larger image.</source>
            <translation>將通道轉成更大的影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Reads an image at the places that a grid names.</source>
            <translation>在網格指定之處讀取影像。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The grid of an affine map for grid_sample.</source>
            <translation>供 grid_sample 使用的仿射映射網格。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A leaky ReLU whose slope is drawn at random while the network trains.</source>
            <translation>訓練時斜率隨機抽取的 leaky ReLU。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Group normalization with weights from the graph.</source>
            <translation>權重來自圖的群組正規化。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>RMS normalization with weights from the graph.</source>
            <translation>權重來自圖的 RMS 正規化。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A transposed convolution whose filters come from the graph.</source>
            <translation>濾波器來自圖的轉置卷積。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A bilinear layer whose weight comes from the graph.</source>
            <translation>權重來自圖的雙線性層。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The distance of every pair of rows.</source>
            <translation>每對列之間的距離。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For one class of several, from raw scores.</source>
            <translation>用於多類別擇一，輸入為原始分數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For one class of several, from log probabilities.</source>
            <translation>用於多類別擇一，輸入為對數機率。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For yes or no, from raw scores.</source>
            <translation>用於是或否，輸入為原始分數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For yes or no, from probabilities.</source>
            <translation>用於是或否，輸入為機率。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mean of the squared errors.</source>
            <translation>誤差平方的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Mean of the absolute errors.</source>
            <translation>絕對誤差的平均。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Squared where the error is small, absolute where it is large.</source>
            <translation>誤差小時取平方，大時取絕對值。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Squared up to delta, straight beyond.</source>
            <translation>到 delta 為止取平方，之後為直線。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For counts.</source>
            <translation>用於次數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>How far one distribution is from another, from log probabilities.</source>
            <translation>一個分布與另一個分布的距離，輸入為對數機率。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For pairs that are alike (1) or not (-1), from a distance.</source>
            <translation>用於相似 (1) 或不相似 (-1) 的配對，依距離。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For yes (1) or no (-1), from raw scores.</source>
            <translation>用於是 (1) 或否 (-1)，輸入為原始分數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For several labels at once, from raw scores.</source>
            <translation>用於同時多個標籤，輸入為原始分數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For one class of several, by a margin.</source>
            <translation>用於多類別擇一，依間隔。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For several classes at once, by a margin.</source>
            <translation>用於同時多個類別，依間隔。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For which of two should score higher.</source>
            <translation>用於兩者中何者分數應較高。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For pairs that are alike (1) or not (-1), by their angle.</source>
            <translation>用於相似 (1) 或不相似 (-1) 的配對，依角度。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Pulls an anchor to its like and away from the other.</source>
            <translation>將錨點拉近同類，推離異類。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For a mean and a variance, both predicted.</source>
            <translation>用於同時預測的平均與變異數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For a sequence of labels without their places, as in speech.</source>
            <translation>用於不知位置的標籤序列，如語音。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The cosine of the angle between two vectors.</source>
            <translation>兩個向量夾角的餘弦。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The p-norm of the difference of two vectors.</source>
            <translation>兩個向量之差的 p 範數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The distance between every row of one matrix and every row of another.</source>
            <translation>一個矩陣的每一列與另一個矩陣的每一列的距離。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Zeros in the shape of another tensor.</source>
            <translation>與另一個張量同形狀的零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Ones in the shape of another tensor.</source>
            <translation>與另一個張量同形狀的一。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One number in the shape of another tensor.</source>
            <translation>與另一個張量同形狀的同一個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Random numbers from 0 to 1 in the shape of another tensor.</source>
            <translation>與另一個張量同形狀、0 到 1 的隨機數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Normal random numbers in the shape of another tensor: the noise of a VAE.</source>
            <translation>與另一個張量同形狀的常態隨機數：VAE 的雜訊。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Draws 0 or 1 with the probabilities that arrive.</source>
            <translation>以到達的機率抽取 0 或 1。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Draws places of the last axis with the weights that arrive.</source>
            <translation>以到達的權重抽取最後一軸的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The whole numbers 0, 1, 2, ... below end: the positions of a sequence.</source>
            <translation>小於 end 的整數 0、1、2……：序列的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Numbers at equal distances from start to end.</source>
            <translation>從 start 到 end 等距的數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>The unit matrix.</source>
            <translation>單位矩陣。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Zeros in a shape that you choose.</source>
            <translation>您選擇形狀的零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Ones in a shape that you choose.</source>
            <translation>您選擇形狀的一。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One number in a shape that you choose.</source>
            <translation>您選擇形狀的同一個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Random numbers from 0 to 1 in a shape that you choose.</source>
            <translation>您選擇形狀、0 到 1 的隨機數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Normal random numbers in a shape that you choose.</source>
            <translation>您選擇形狀的常態隨機數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Draws counts with the rates that arrive.</source>
            <translation>以到達的速率抽取次數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Zeros of a shape that you choose, of the type and on the device of another tensor.</source>
            <translation>您選擇形狀的零，類型與裝置同另一個張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Ones of a shape that you choose, of the type and on the device of another tensor.</source>
            <translation>您選擇形狀的一，類型與裝置同另一個張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>One number in a shape that you choose, of the type and on the device of another tensor.</source>
            <translation>您選擇形狀的同一個數，類型與裝置同另一個張量。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Draws whole numbers in the shape of a tensor.</source>
            <translation>依張量的形狀抽取整數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Numbers from one power to another.</source>
            <translation>從一個次方到另一個次方的數列。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>Triplet loss with the Euclidean distance.</source>
            <translation>使用歐氏距離的三元組損失。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>For very many classes, most of them rare.</source>
            <translation>用於極多且大多罕見的類別。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog" />
            <source>A linear layer and cross entropy in one, which saves memory for many classes.</source>
            <translation>線性層與交叉熵合而為一，類別多時節省記憶體。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{name} must be {expected}, not {value}</source>
            <translation>{name} 必須是{expected}，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{name} must be less than {limits} along each axis</source>
            <translation>{name} 在每一軸上都必須小於 {limits}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>one of its choices</source>
            <translation>其選項之一</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>whole numbers in brackets, [2, 3]</source>
            <translation>方括號中的整數，如 [2, 3]</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>sizes in brackets, numbers or letters, as [N, 3, 32, 32]</source>
            <translation>方括號中的大小，可為數字或字母，如 [N, 3, 32, 32]</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a type of numbers, such as float32 or int64</source>
            <translation>數值類型，例如 float32 或 int64</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a number, or numbers in brackets</source>
            <translation>一個數，或方括號中的多個數</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>what stands between the brackets of x[...], such as ':, -1'</source>
            <translation>寫在 x[...] 方括號中的內容，例如 ':, -1'</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>different names in brackets, [x, mask]</source>
            <translation>方括號中的不同名稱，如 [x, mask]</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>names with values, {width: 64}</source>
            <translation>帶有值的名稱，如 {width: 64}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a plain value</source>
            <translation>一般的值</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{name} cannot be auto: {expected}</source>
            <translation>{name} 不能是 auto：應為{expected}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{words}, or none</source>
            <translation>{words}，或 none</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source> from {low:g} to {high:g}</source>
            <translation>（{low:g} 到 {high:g}）</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source> of at least {low:g}</source>
            <translation>（至少 {low:g}）</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source> of at most {high:g}</source>
            <translation>（至多 {high:g}）</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{type} has no argument {name}; did you mean {close}?</source>
            <translation>{type} 沒有引數 {name}；您是指 {close} 嗎？</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{type} has no argument {name}; it has {names}</source>
            <translation>{type} 沒有引數 {name}；它有 {names}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{name} is needed: {expected}</source>
            <translation>需要 {name}：應為{expected}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>whole number</source>
            <translation>整數</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>number</source>
            <translation>數</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{length} of them</source>
            <translation>{length} 個這樣的值</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a tuple of them</source>
            <translation>由其組成的 tuple</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a {noun}{bounds}, or {tuple}</source>
            <translation>一個{noun}{bounds}，或{tuple}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>a {noun}{bounds}</source>
            <translation>一個{noun}{bounds}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>sizes in brackets, numbers above 0 or letters, as [N, 3, 32, 32]</source>
            <translation>方括號中的大小，可為大於 0 的數字或字母，如 [N, 3, 32, 32]</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/arguments.py" />
            <source>{words}, or {choices}</source>
            <translation>{words}，或 {choices}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Input and output</source>
            <translation>輸入與輸出</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Convolution</source>
            <translation>卷積</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Linear and embedding</source>
            <translation>線性與嵌入</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Normalization</source>
            <translation>正規化</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Activation</source>
            <translation>啟用函數</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Pooling and shape</source>
            <translation>池化與形狀</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Recurrent</source>
            <translation>循環</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Attention and transformers</source>
            <translation>注意力與 Transformer</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Regularization</source>
            <translation>正則化</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Functions</source>
            <translation>函式</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/families.yaml" />
            <source>Losses</source>
            <translation>損失</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>, 1 in {step}</source>
            <translation>，每 {step} 個取 1 個</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>between the brackets stand whole numbers, slices (1:3), ... and None</source>
            <translation>方括號中可寫整數、切片 (1:3)、... 與 None</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>an index is at most 200 characters long</source>
            <translation>索引最多 200 個字元</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>... may stand only once</source>
            <translation>... 只能出現一次</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>axis {place} from the end</source>
            <translation>倒數第 {place} 軸</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>{place} of {axis}, which goes</source>
            <translation>{axis}的{place}，該軸隨之消失</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>, every second place</source>
            <translation>，每隔一個</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>cannot read {text}; write it as between brackets: ':, -1'</source>
            <translation>無法讀取 {text}；請如寫在方括號中一樣：':, -1'</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>the last place</source>
            <translation>最後一個位置</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>place {item}</source>
            <translation>位置 {item}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>place {item} from the end</source>
            <translation>倒數第 {item} 個位置</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>all of {axis}</source>
            <translation>{axis}的全部</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>the first {count} of {axis}</source>
            <translation>{axis}的前 {count} 個</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>all but the last {count} of {axis}</source>
            <translation>{axis}除最後 {count} 個以外的全部</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>the last {count} of {axis}</source>
            <translation>{axis}的最後 {count} 個</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>from place {start} on, of {axis}</source>
            <translation>{axis}從位置 {start} 起</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>from place {start} up to but not with {stop}, of {axis}</source>
            <translation>{axis}從位置 {start} 到 {stop} 之前</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>a new axis of length 1</source>
            <translation>長度為 1 的新軸</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/indexing.py" />
            <source>all axes between</source>
            <translation>其間所有的軸</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.py" />
            <source>{axes} axes</source>
            <translation>{axes} 軸</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.py" />
            <source>{axes} axes or more</source>
            <translation>{axes} 軸以上</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.py" />
            <source>{axes} to {last}</source>
            <translation>{axes} 到 {last}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Evenly between a and b.</source>
            <translation>在 a 與 b 之間均勻。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Normally, around mean.</source>
            <translation>以 mean 為中心的常態分布。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Normally, nothing outside of a and b.</source>
            <translation>常態分布，但不超出 a 與 b。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>One number everywhere.</source>
            <translation>處處為同一個數。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Ones.</source>
            <translation>全為一。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Zeros.</source>
            <translation>全為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>The identity matrix.</source>
            <translation>單位矩陣。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Kernels that hand their input on.</source>
            <translation>將輸入原樣傳遞的 kernel。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Evenly, for tanh and sigmoid (Glorot).</source>
            <translation>均勻分布，用於 tanh 與 sigmoid (Glorot)。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Normally, for tanh and sigmoid (Glorot).</source>
            <translation>常態分布，用於 tanh 與 sigmoid (Glorot)。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Evenly, for ReLU and its kin (He).</source>
            <translation>均勻分布，用於 ReLU 之類 (He)。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Normally, for ReLU and its kin (He).</source>
            <translation>常態分布，用於 ReLU 之類 (He)。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Rows or columns at right angles.</source>
            <translation>互相垂直的列或行。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/initializers.yaml" />
            <source>Mostly zeros.</source>
            <translation>大多為零。</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/parsing.py" />
            <source>{name} must be {expected}</source>
            <translation>{name} 必須是{expected}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/typed.py" />
            <source>{name} must be {expected}, not {said}</source>
            <translation>{name} 必須是{expected}，而非 {said}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/typed.py" />
            <source>{type} has no argument {key}; it has {names}</source>
            <translation>{type} 沒有引數 {key}；它有 {names}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/typed.py" />
            <source>{name} is said twice</source>
            <translation>{name} 說了兩次</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/typed.py" />
            <source>{type} has no argument left for {said}</source>
            <translation>{type} 沒有引數可放 {said}</translation>
        </message>
        <message>
            <location filename="../../graph/catalog/unrolling.py" />
            <source>The last {state}</source>
            <translation>最後的 {state}</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>{target}: it leads to {source}, so this wire would close a circle.</source>
            <translation>{target}：它通往 {source}，這條連線會形成環。</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>{source}: it has no output {source_port}.</source>
            <translation>{source}：它沒有輸出 {source_port}。</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>{target}: a wire ends at {target_port} already.</source>
            <translation>{target}：已有連線接到 {target_port}。</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>{target}: it has no input {target_port}.</source>
            <translation>{target}：它沒有輸入 {target_port}。</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>{source}: a layer cannot feed itself.</source>
            <translation>{source}：層不能連到自己。</translation>
        </message>
        <message>
            <location filename="../../graph/connecting.py" />
            <source>there is no layer {end}.</source>
            <translation>沒有層 {end}。</translation>
        </message>
        <message>
            <location filename="../../graph/costs.py" />
            <source>a sample of {sizes}</source>
            <translation>一個樣本（{sizes}）</translation>
        </message>
        <message>
            <location filename="../../graph/costs.py" />
            <source>a sample</source>
            <translation>一個樣本</translation>
        </message>
        <message>
            <location filename="../../graph/definitions.py" />
            <source>{name}: the block {name_2} stands {where}, which has no end.</source>
            <translation>{name}：區塊 {name_2} 位於{where}，這樣沒有終點。</translation>
        </message>
        <message>
            <location filename="../../graph/definitions.py" />
            <source>{name}: blocks are nested {max_block_depth} deep at the most.</source>
            <translation>{name}：區塊最多可有 {max_block_depth} 層巢狀。</translation>
        </message>
        <message>
            <location filename="../../graph/definitions.py" />
            <source>inside itself</source>
            <translation>自身之內</translation>
        </message>
        <message>
            <location filename="../../graph/definitions.py" />
            <source>inside {type}, inside it</source>
            <translation>{type} 之內，而後者又在它之內</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>the project is called otherwise</source>
            <translation>專案名稱不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>blocks have other arguments</source>
            <translation>區塊的引數不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>the source is written in another style</source>
            <translation>原始碼的寫法不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>weights start otherwise</source>
            <translation>權重的起始方式不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>the file has other unknown parts</source>
            <translation>檔案裡不認識的部分不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>frames are others</source>
            <translation>外框不同</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{name} is gone ({type})</source>
            <translation>{name} 沒有了（{type}）</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{name} is new: {layer}</source>
            <translation>{name} 是新的：{layer}</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{name} is {after} instead of {before}</source>
            <translation>{name} 是 {after}，原本是 {before}</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>the wire {wire} is gone</source>
            <translation>連線 {wire} 沒有了</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>the wire {wire} is new</source>
            <translation>連線 {wire} 是新的</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{what} is set to {after}</source>
            <translation>{what} 設成了 {after}</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{what} is no longer {before}</source>
            <translation>{what} 不再是 {before}</translation>
        </message>
        <message>
            <location filename="../../graph/difference_words.py" />
            <source>{what} is {after} instead of {before}</source>
            <translation>{what} 是 {after}，原本是 {before}</translation>
        </message>
        <message>
            <location filename="../../graph/document.py" />
            <source>there is no layer named {name}</source>
            <translation>沒有名為 {name} 的層</translation>
        </message>
        <message>
            <location filename="../../graph/document.py" />
            <source>there is no block named {scope}</source>
            <translation>沒有名為 {scope} 的區塊</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>did you mean {close}?</source>
            <translation>您是指 {close} 嗎？</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>add {name} to nodes, or remove the edge</source>
            <translation>請將 {name} 加到 nodes，或移除這條連線</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>an edge names {name}, which is no layer here</source>
            <translation>有連線提到 {name}，但這裡沒有這一層</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>an edge is {item}</source>
            <translation>連線寫成了 {item}</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>write it as image -&gt; conv1</source>
            <translation>請寫成 image -&gt; conv1</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>the edge {value} lacks an end</source>
            <translation>連線 {value} 缺少一端</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>the edge {edge} stands here for the second time</source>
            <translation>連線 {edge} 在此第二次出現</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>remove one</source>
            <translation>請移除一個</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>an edge has no key {key}</source>
            <translation>連線沒有 {key} 這個鍵</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>it has {keys}</source>
            <translation>它有 {keys}</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>the edge has no {key}</source>
            <translation>連線沒有 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/edge_reader.py" />
            <source>add {key}:</source>
            <translation>請加上 {key}:</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>{ports} must be wired together, or neither of them.</source>
            <translation>{ports} 必須一起連線，或都不連線。</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>{type} does not take {tensors}: {said}</source>
            <translation>{type} 不接受{tensors}：{said}</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>the sizes that {type} gives here follow no simple formula; give the Input numbers in the place of letters.</source>
            <translation>{type} 在此輸出的大小沒有簡單的公式；請在 Input 中以數字取代字母。</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>{argument} would be {detail}, which changes with the input; the size of a layer is fixed, and {arriving}.</source>
            <translation>{argument} 會是 {detail}，隨輸入而變；層的大小是固定的，而{arriving}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>{type} is too large: {detail}.</source>
            <translation>{type} 太大：{detail}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <location filename="../../graph/validate.py" />
            <source>Cut the wire from {source}</source>
            <translation>切斷來自 {source} 的連線</translation>
        </message>
        <message>
            <location filename="../../graph/explain.py" />
            <source>Set start_dim of {name} to 1</source>
            <translation>將 {name} 的 start_dim 設為 1</translation>
        </message>
        <message numerus="yes">
            <location filename="../../graph/explain_arguments.py" />
            <source>{type} expects {expected}, but {got} arrive.</source>
            <translation>
                <numerusform>{type} 需要{expected}，但到達的是{got}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <location filename="../../graph/explain_shapes.py" />
            <source>channels</source>
            <translation>通道</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <location filename="../../graph/explain_shapes.py" />
            <source>features</source>
            <translation>特徵</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>pixels</source>
            <translation>像素</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>a kernel of {words} is larger than the image: {arrives}.</source>
            <translation>{words} 的 kernel 比影像大：{arrives}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>{name} cannot be {shown} where {arriving}: {said}</source>
            <translation>{name} 不能是 {shown}，因為{arriving}：{said}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>{argument} {value} must divide the number of {noun}, but {arrives}.</source>
            <translation>{argument} {value} 必須能整除{noun}數，但{arrives}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>{dtype} at {port}</source>
            <translation>{port} 上的 {dtype}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>{dtype} from {source}</source>
            <translation>來自 {source} 的 {dtype}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>groups {value} must divide out_channels, which is {outputs}.</source>
            <translation>groups {value} 必須能整除 out_channels，後者為 {outputs}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>{type} expects {kind} at {port}, but {dtype} arrives from {source}.</source>
            <translation>{type} 在 {port} 需要{kind}，但從 {source} 到達的是 {dtype}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>Set dtype of {name} to {dtype}</source>
            <translation>將 {name} 的 dtype 設為 {dtype}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>Insert {method}</source>
            <translation>插入 {method}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <location filename="../../graph/explain_shapes.py" />
            <location filename="../../graph/validate.py" />
            <source>Use auto</source>
            <translation>使用 auto</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <location filename="../../graph/validate.py" />
            <source>Use the default {default}</source>
            <translation>使用預設值 {default}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>whole numbers (int64)</source>
            <translation>整數 (int64)</translation>
        </message>
        <message>
            <location filename="../../graph/explain_arguments.py" />
            <source>true or false (bool)</source>
            <translation>true 或 false (bool)</translation>
        </message>
        <message>
            <location filename="../../graph/explain_layout.py" />
            <source>{type} needs numbers that lie in memory in the order of their axes; those from {sources} do not.</source>
            <translation>{type} 需要依軸的順序存放在記憶體中的數值；來自 {sources} 的並非如此。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_layout.py" />
            <source>{type} cannot write over what arrives from {sources}, where one place in memory stands for several numbers.</source>
            <translation>{type} 不能覆寫來自 {sources} 的內容，其中記憶體的一處代表多個數。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_layout.py" />
            <source>Use torch.reshape</source>
            <translation>使用 torch.reshape</translation>
        </message>
        <message>
            <location filename="../../graph/explain_layout.py" />
            <source>Insert Tensor.contiguous</source>
            <translation>插入 Tensor.contiguous</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{type} expects {axes}, but {arriving}.</source>
            <translation>{type} 需要{axes}，但{arriving}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>the last axis of {shape} from {source} is {left}, but {other} from {source_2} has {inner} rows; they must be equal.</source>
            <translation>來自 {source} 的 {shape} 最後一軸為 {left}，但來自 {source_2} 的 {other} 有 {inner} 列；兩者必須相等。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>the {count} numbers of {tensor} from {source} cannot be laid out as {shape}.</source>
            <translation>來自 {source} 的 {tensor} 的 {count} 個數無法排成 {shape}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>one axis</source>
            <translation>一個軸</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{expected} axes</source>
            <translation>{expected} 個軸</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{axes}, {picture}</source>
            <translation>{axes}（{picture}）</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{axes}{comma} at {port}</source>
            <translation>{axes}{comma}（在 {port}）</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{type} expects {value} {noun} on {axis}, but {arrives}.</source>
            <translation>{type} 在{axis}上需要 {value} 個{noun}，但{arrives}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>all must have equally many axes, but {tensors} arrive.</source>
            <translation>所有輸入的軸數必須相同，但到達的是{tensors}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{axis} is {left} in {shape} from {source} but {right} in {other} from {source_2}; they must {rule}.</source>
            <translation>{axis}在來自 {source} 的 {shape} 中為 {left}，但在來自 {source_2} 的 {other} 中為 {right}；兩者必須{rule}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>Insert Flatten</source>
            <translation>插入 Flatten</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>be equal</source>
            <translation>相等</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>be equal, or one of them 1</source>
            <translation>相等，或其中之一為 1</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{name} {value} is for {counted}, but {arriving}.</source>
            <translation>{name} {value} 適用於{counted}，但{arriving}。</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <source>{shape} from {source}</source>
            <translation>來自 {source} 的 {shape}</translation>
        </message>
        <message>
            <location filename="../../graph/explain_shapes.py" />
            <location filename="../../graph/python/check.py" />
            <source>Use {other}</source>
            <translation>使用 {other}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>a star belongs inside a tuple</source>
            <translation>星號應放在 tuple 中</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>an expression is nested too deeply</source>
            <translation>運算式的巢狀層數太深</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>make it shorter</source>
            <translation>請縮短</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>an expression may use + - * / // % and ** only</source>
            <translation>運算式只能使用 + - * / // % 與 **</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>text cannot be formatted in an expression</source>
            <translation>運算式中不能格式化文字</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>a tuple in an expression is too long</source>
            <translation>運算式中的 tuple 太長</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>a number in an expression is too large</source>
            <translation>運算式中的數太大</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>a root of a negative number has no value here</source>
            <translation>負數的根在這裡沒有值</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>an expression may use + - and not, but no ~</source>
            <translation>運算式可使用 + - 與 not，但不能使用 ~</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>.size is written with an axis: .size(1)</source>
            <translation>.size 要寫出軸：.size(1)</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>an expression of {text} characters is too long</source>
            <translation>{text} 個字元的運算式太長</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>use at most {max_expression_length}</source>
            <translation>最多使用 {max_expression_length} 個</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>write arithmetic such as =width * 2</source>
            <translation>請寫成算式，例如 =width * 2</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>{value} is not a number, a string or a name</source>
            <translation>{value} 不是數、字串或名稱</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>{id} is not known here</source>
            <translation>這裡不知道 {id}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>known here: {known}</source>
            <translation>這裡可用的有 {known}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>a power in an expression is too large</source>
            <translation>運算式中的乘冪太大</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} divides by zero</source>
            <translation>={text} 除以零</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} asks for an element that is not there</source>
            <translation>={text} 要取不存在的元素</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} has no value: {error}</source>
            <translation>={text} 沒有值：{error}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} is not an expression</source>
            <translation>={text} 不是運算式</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>only .shape and .ndim can be read, and .size(axis)</source>
            <translation>只能讀取 .shape 與 .ndim，以及 .size(axis)</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} calls {name}, which is not allowed</source>
            <translation>={text} 呼叫了不允許的 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} reads .{attr}, which is not allowed</source>
            <translation>={text} 讀取了不允許的 .{attr}</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>use names, numbers, tuples, comparisons and if/else</source>
            <translation>請使用名稱、數、tuple、比較與 if/else</translation>
        </message>
        <message>
            <location filename="../../graph/expressions.py" />
            <source>={text} holds more than arithmetic</source>
            <translation>={text} 不只是算式</translation>
        </message>
        <message>
            <location filename="../../graph/hints.py" />
            <source>{name}: Linear works on the last axis alone, so it meets each row of {tensor} by itself; put a Flatten before it if it is to see the whole image.</source>
            <translation>{name}：Linear 只作用於最後一軸，因此會分別處理 {tensor} 的每一列；若要讓它看到整張影像，請在前面放一個 Flatten。</translation>
        </message>
        <message>
            <location filename="../../graph/hints.py" />
            <source>{name}: the size of what it returns, {tensor}, mixes the batch N with more.</source>
            <translation>{name}：它傳回的大小 {tensor} 將批次 N 與其他軸混在一起。</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>more than {max_axes} axes arrive</source>
            <translation>到達的張量超過 {max_axes} 軸</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>its weights would take {amount}</source>
            <translation>它的權重會佔用 {amount}</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>{name} may be at most {max_stacked_layers}</source>
            <translation>{name} 最多為 {max_stacked_layers}</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>{name} may hold at most {max_pieces} numbers</source>
            <translation>{name} 最多可有 {max_pieces} 個數</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>it would give {pieces:,} pieces</source>
            <translation>它會輸出 {pieces:,} 塊</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>it would take more memory than there can be</source>
            <translation>它需要的記憶體超過可能的上限</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>the number of its outputs or of their axes</source>
            <translation>其輸出的數目或軸數</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>Output size is too small: {shapes}</source>
            <translation>輸出大小太小：{shapes}</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>a size</source>
            <translation>某個大小</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>its output would take {amount}</source>
            <translation>它的輸出會佔用 {amount}</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>expected {dtype}, but got {dtype_2}</source>
            <translation>應為 {dtype}，但得到 {dtype_2}</translation>
        </message>
        <message>
            <location filename="../../graph/infer.py" />
            <source>{name} is {value}, not {shape}</source>
            <translation>{name} 為 {value}，而非 {shape}</translation>
        </message>
        <message>
            <location filename="../../graph/inside.py" />
            <location filename="../../graph/shapes.py" />
            <source>{name}: {type} cannot be understood: {error}</source>
            <translation>{name}：無法理解 {type}：{error}</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>it is of another version of Layerloom</source>
            <translation>它屬於 Layerloom 的其他版本</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>texts are expected</source>
            <translation>應為文字</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>an object is expected</source>
            <translation>應為物件</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>these are no numbers of nodes</source>
            <translation>這些不是節點的數目</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>it is larger than {max_journal_bytes} MiB</source>
            <translation>它大於 {max_journal_bytes} MiB</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>it holds no project</source>
            <translation>其中沒有專案</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>{name} cannot be read as a journal</source>
            <translation>{name} 無法讀取為日誌</translation>
        </message>
        <message>
            <location filename="../../graph/journal.py" />
            <source>its beginning is damaged</source>
            <translation>它的開頭已損毀</translation>
        </message>
        <message>
            <location filename="../../graph/layout.py" />
            <source>the outermost frame comes last</source>
            <translation>最外層的外框放在最後</translation>
        </message>
        <message>
            <location filename="../../graph/located.py" />
            <source>a mapping</source>
            <translation>對應 (mapping)</translation>
        </message>
        <message>
            <location filename="../../graph/located.py" />
            <source>a list</source>
            <translation>清單</translation>
        </message>
        <message>
            <location filename="../../graph/located.py" />
            <source>write a text</source>
            <translation>請寫文字</translation>
        </message>
        <message>
            <location filename="../../graph/located.py" />
            <source>{key} is {value}</source>
            <translation>{key} 是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>Change look</source>
            <translation>更改外觀</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>Turn layout</source>
            <translation>轉換版面方向</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>there is no direction {name}</source>
            <translation>沒有方向 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>two notes would have the same name</source>
            <translation>兩個註記會有相同的名稱</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>at is a place, and no look</source>
            <translation>at 是位置，不是外觀</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>move the layer instead</source>
            <translation>請改為移動層</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>choose right or down</source>
            <translation>請選擇 right 或 down</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>there would be more than {max_notes} notes</source>
            <translation>註記會超過 {max_notes} 個</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <location filename="../../graph/project_reader.py" />
            <source>make it two</source>
            <translation>請分成兩個</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>there is no frame named {name}</source>
            <translation>沒有名為 {name} 的外框</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>{name} would become another frame, not only look otherwise</source>
            <translation>{name} 會變成另一個外框，而不只是外觀不同</translation>
        </message>
        <message>
            <location filename="../../graph/look_edits.py" />
            <source>a note holds at most {max_note:,} characters</source>
            <translation>一個註記最多 {max_note:,} 個字元</translation>
        </message>
        <message>
            <location filename="../../graph/looks.py" />
            <source>there is no such colour; there are {colors}</source>
            <translation>沒有這個顏色；可用的有 {colors}</translation>
        </message>
        <message>
            <location filename="../../graph/looks.py" />
            <source>there is no such key; it is kept, and means nothing</source>
            <translation>沒有這個鍵；它會保留，但沒有意義</translation>
        </message>
        <message>
            <location filename="../../graph/looks.py" />
            <source>it is true or false</source>
            <translation>它是 true 或 false</translation>
        </message>
        <message>
            <location filename="../../graph/mending.py" />
            <source>Fix all</source>
            <translation>全部修正</translation>
        </message>
        <message>
            <location filename="../../graph/moving_edits.py" />
            <location filename="../../graph/node_edits.py" />
            <source>there is no wire {edge}</source>
            <translation>沒有連線 {edge}</translation>
        </message>
        <message>
            <location filename="../../graph/muting.py" />
            <source>Mute {what}</source>
            <translation>略過 {what}</translation>
        </message>
        <message>
            <location filename="../../graph/muting.py" />
            <source>{said} decides whether it is there; change that in the inspector</source>
            <translation>它是否存在由 {said} 決定；請在檢視器中更改</translation>
        </message>
        <message>
            <location filename="../../graph/muting.py" />
            <source>Unmute {what}</source>
            <translation>取消略過 {what}</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Edit</source>
            <translation>編輯</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Add layer</source>
            <translation>新增層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Remove layer</source>
            <translation>移除層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Connect</source>
            <translation>連線</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Disconnect</source>
            <translation>斷開連線</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Rename layer</source>
            <translation>重新命名層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change layer</source>
            <translation>更改層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change argument</source>
            <translation>更改引數</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>Change option</source>
            <translation>更改選項</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>set it as an option</source>
            <translation>請將它設為選項</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>{name} is no argument of {node}</source>
            <translation>{name} 不是 {node} 的引數</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>a point of the wire {edge}</source>
            <translation>連線 {edge} 的一個轉折點</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>the wire {edge} would pass more than {max_route} points</source>
            <translation>連線 {edge} 會經過超過 {max_route} 個點</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>{name} would lie outside of the canvas</source>
            <translation>{name} 會位於畫布之外</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>there is already a layer named {name}</source>
            <translation>已有名為 {name} 的層</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>the wire {edge} is already there</source>
            <translation>連線 {edge} 已存在</translation>
        </message>
        <message>
            <location filename="../../graph/node_edits.py" />
            <source>there is already a layer named {new}</source>
            <translation>已有名為 {new} 的層</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>{name}: it cannot follow itself {times} times: copy {copy} does not run on {given}, {dtype}, which copy {copy_2} gives.</source>
            <translation>{name}：它不能連續接在自己之後 {times} 次：第 {copy} 份無法處理第 {copy_2} 份輸出的 {given}, {dtype}。</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>{name}: it gives another shape than it takes, so each of its {times:,} copies differs; at most {max_different_copies:,} may.</source>
            <translation>{name}：它輸出的形狀與輸入不同，因此 {times:,} 份各不相同；最多可有 {max_different_copies:,} 份。</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>Remove repeat</source>
            <translation>移除 repeat</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>How often it stands there, in a row.</source>
            <translation>它在那裡連續出現幾次。</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_sharing.py" />
            <source>Remove {option}</source>
            <translation>移除 {option}</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <location filename="../../graph/validate.py" />
            <source>{name}: {option}: {words}.</source>
            <translation>{name}：{option}：{words}。</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_initialize.py" />
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {words}.</source>
            <translation>{name}：{words}。</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>Set {name} to auto</source>
            <translation>將 {name} 設為 auto</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>when is true, false, or an expression such as =stride != 1</source>
            <translation>when 是 true、false，或如 =stride != 1 的運算式</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>repeat is a whole number from 0 to {max_layers:,}</source>
            <translation>repeat 是 0 到 {max_layers:,} 的整數</translation>
        </message>
        <message>
            <location filename="../../graph/options.py" />
            <source>Set repeat to {copy}</source>
            <translation>將 repeat 設為 {copy}</translation>
        </message>
        <message>
            <location filename="../../graph/phrases.py" />
            <source>{first}; {last}</source>
            <translation>{first}；{last}</translation>
        </message>
        <message>
            <location filename="../../graph/phrases.py" />
            <source>{first}, {last}</source>
            <translation>{first}、{last}</translation>
        </message>
        <message>
            <location filename="../../graph/phrases.py" />
            <source>{first} and {last}</source>
            <translation>{first}和{last}</translation>
        </message>
        <message>
            <location filename="../../graph/phrases.py" />
            <source>{first} or {last}</source>
            <translation>{first} 或 {last}</translation>
        </message>
        <message>
            <location filename="../../graph/plain.py" />
            <source>{tag} is no part of an edit</source>
            <translation>{tag} 不是編輯的一部分</translation>
        </message>
        <message>
            <location filename="../../graph/probing.py" />
            <source>{port} is no tensor</source>
            <translation>{port} 不是張量</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Change frame</source>
            <translation>更改外框</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <location filename="../../graph/style.py" />
            <source>Change style</source>
            <translation>更改風格</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename project</source>
            <translation>重新命名專案</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename frame</source>
            <translation>重新命名外框</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Rename block</source>
            <translation>重新命名區塊</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>Remove what has no meaning</source>
            <translation>移除沒有意義的內容</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>two frames would have the same name</source>
            <translation>兩個外框會有相同的名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>two blocks would have the same name</source>
            <translation>兩個區塊會有相同的名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>there is no frame named {old}</source>
            <translation>沒有名為 {old} 的外框</translation>
        </message>
        <message>
            <location filename="../../graph/project_edits.py" />
            <source>there is no block named {old}</source>
            <translation>沒有名為 {old} 的區塊</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>a project file holds no data; check that it is one</source>
            <translation>專案檔不含資料；請確認它是專案檔</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>the file is empty</source>
            <translation>檔案是空的</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>a project begins with layerloom: 1</source>
            <translation>專案以 layerloom: 1 開頭</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>this is no text file</source>
            <translation>這不是文字檔</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>check that it is a project file</source>
            <translation>請確認它是專案檔</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>this is a folder</source>
            <translation>這是資料夾</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>name a .loom.yaml file in it</source>
            <translation>請指定其中的 .loom.yaml 檔案</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <location filename="../../graph/whole_file.py" />
            <source>this is no ordinary file</source>
            <translation>這不是一般檔案</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>name a .loom.yaml file</source>
            <translation>請指定 .loom.yaml 檔案</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>the file may not be read</source>
            <translation>沒有讀取此檔案的權限</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>ask its owner, or change its permissions</source>
            <translation>請洽其擁有者，或更改權限</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>check the path and the disk</source>
            <translation>請檢查路徑與磁碟</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>the file is larger than {max_project_bytes} MiB</source>
            <translation>檔案大於 {max_project_bytes} MiB</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>this is no text in UTF-8</source>
            <translation>這不是 UTF-8 文字</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>choose another folder, or make room; the old file is as it was</source>
            <translation>請選擇其他資料夾，或騰出空間；舊檔案維持原狀</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>the file cannot be read ({reason})</source>
            <translation>無法讀取檔案（{reason}）</translation>
        </message>
        <message>
            <location filename="../../graph/project_file.py" />
            <source>the file cannot be written ({reason})</source>
            <translation>無法寫入檔案（{reason}）</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>direction is {value}</source>
            <translation>direction 是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>there are more than {max_notes} notes</source>
            <translation>註記超過 {max_notes} 個</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the note {key} has more than {max_note:,} characters</source>
            <translation>註記 {key} 超過 {max_note:,} 個字元</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the route of {key} is {value}</source>
            <translation>{key} 的路徑是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write the points that the wire passes: [[x, y], [x, y]]</source>
            <translation>請寫出連線經過的點：[[x, y], [x, y]]</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>{what} is {value}</source>
            <translation>{what}是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write two numbers: [x, y]</source>
            <translation>請寫兩個數：[x, y]</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>this is not a Layerloom project</source>
            <translation>這不是 Layerloom 專案</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>one begins with the line layerloom: 1</source>
            <translation>專案以 layerloom: 1 這一行開頭</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>this is not a Layerloom project: it does not say layerloom: 1</source>
            <translation>這不是 Layerloom 專案：其中沒有 layerloom: 1</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>add that line, if it is one</source>
            <translation>若它是專案，請加上這一行</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>this project has format {version}, made by a newer version of Layerloom</source>
            <translation>這個專案的格式為 {version}，由較新版本的 Layerloom 產生</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>update Layerloom: this one reads format {format_version}</source>
            <translation>請更新 Layerloom：這個版本讀取格式 {format_version}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>layerloom says {value}, which is no version of the format</source>
            <translation>layerloom 寫的是 {value}，不是格式的版本</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write layerloom: {format_version}</source>
            <translation>請寫 layerloom: {format_version}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>a block has an empty name</source>
            <translation>有區塊的名稱是空的</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>an argument of {key} is called {name}, as something of every layer is</source>
            <translation>{key} 的引數名為 {name}，與每一層都有的項目同名</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the layer {name} is {value}</source>
            <translation>層 {name} 是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write {type: Linear, ...}</source>
            <translation>請寫成 {type: Linear, ...}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the layer {name} has no type</source>
            <translation>層 {name} 沒有 type</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>add type: and the name of a layer</source>
            <translation>請加上 type: 與層的名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>group of {name} is not a name</source>
            <translation>{name} 的 group 不是名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write one name</source>
            <translation>請寫一個名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the group {key}</source>
            <translation>群組 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write right or down</source>
            <translation>請寫 right 或 down</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>take some away</source>
            <translation>請拿掉一些</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>edges is {value}</source>
            <translation>edges 是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write a list: - image -&gt; conv1</source>
            <translation>請寫成清單：- image -&gt; conv1</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>write names with values: {key: value}</source>
            <translation>請寫帶有值的名稱：{key: value}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the block {key}</source>
            <translation>區塊 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the position of {key}</source>
            <translation>{key} 的位置</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>the note {key}</source>
            <translation>註記 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>{option} of the group {key} is not a name</source>
            <translation>群組 {key} 的 {option} 不是名稱</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>at of the note {name}</source>
            <translation>註記 {name} 的 at</translation>
        </message>
        <message>
            <location filename="../../graph/project_reader.py" />
            <source>size of the note {name}</source>
            <translation>註記 {name} 的 size</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>use numbers, texts, lists and mappings</source>
            <translation>請使用數、文字、清單與對應</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>a value of type {name} cannot be saved</source>
            <translation>{name} 類型的值無法儲存</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>use names as keys</source>
            <translation>請以名稱作為鍵</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>type the text again</source>
            <translation>請重新輸入文字</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>a number is too large to be saved</source>
            <translation>有個數太大，無法儲存</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>set a smaller one</source>
            <translation>請設定較小的數</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>the key {text} is no text</source>
            <translation>鍵 {text} 不是文字</translation>
        </message>
        <message>
            <location filename="../../graph/project_writer.py" />
            <source>a text holds half of a character (U+{code:04X}), which no file can hold</source>
            <translation>有文字含有半個字元 (U+{code:04X})，沒有檔案能容納它</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>the node has {count}, but {name} takes {takes}</source>
            <translation>節點有{count}，但 {name} 接受 {takes}</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name}: {file} has not been trusted, so it is not run and the shape of what {definition} gives is not known; {how_to_trust}.</source>
            <translation>{name}：{file} 未受信任，因此不會執行，{definition} 輸出的形狀未知；{how_to_trust}。</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>there is no class or function {name} in {file}; {has}</source>
            <translation>{file} 中沒有類別或函式 {name}；{has}</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name} in {file} is neither an nn.Module nor an autograd.Function</source>
            <translation>{file} 中的 {name} 既不是 nn.Module 也不是 autograd.Function</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{twice} is an input and an argument; it can only be one of them</source>
            <translation>{twice} 同時是輸入與引數；它只能是其中之一</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>Set inputs to [{wanted}]</source>
            <translation>將 inputs 設為 [{wanted}]</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name} has no argument {name_2}; it has {has}</source>
            <translation>{name} 沒有引數 {name_2}；它有 {has}</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name} needs a value for {missing}</source>
            <translation>{name} 需要 {missing} 的值</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name} takes its arguments by place, so {left_out} needs a value too</source>
            <translation>{name} 依位置接受引數，因此 {left_out} 也需要值</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>{name}{where} is no Python: {error}</source>
            <translation>{name}{where} 不是 Python：{error}</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>it has {usable}</source>
            <translation>它有 {usable}</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <source>it has none at all</source>
            <translation>它一個也沒有</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <location filename="../../graph/python/running.py" />
            <source>, line {line}</source>
            <translation>，第 {line} 行</translation>
        </message>
        <message>
            <location filename="../../graph/python/check.py" />
            <location filename="../../graph/validate.py" />
            <source>Rename it to {close}</source>
            <translation>重新命名為 {close}</translation>
        </message>
        <message>
            <location filename="../../graph/python/choosing.py" />
            <source>{name} defines no class and no function for a node</source>
            <translation>{name} 沒有定義可用於節點的類別或函式</translation>
        </message>
        <message>
            <location filename="../../graph/python/choosing.py" />
            <source>Choose {name}</source>
            <translation>選擇 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/python/files.py" />
            <source>read it, then trust it: in the inspector, or with --trust</source>
            <translation>請閱讀後信任它：在檢視器中，或使用 --trust</translation>
        </message>
        <message>
            <location filename="../../graph/python/infer.py" />
            <source>{words}; {arriving}</source>
            <translation>{words}；{arriving}</translation>
        </message>
        <message>
            <location filename="../../graph/python/outline.py" />
            <source>this is nested too deeply, or is no text</source>
            <translation>巢狀層數太深，或不是文字</translation>
        </message>
        <message>
            <location filename="../../graph/python/outline.py" />
            <source>this is no Python</source>
            <translation>這不是 Python</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>{name} in {file}</source>
            <translation>{file} 中的 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>{count} tensors</source>
            <translation>{count} 個張量</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>{declared} outputs</source>
            <translation>{declared} 個輸出</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>{subject} gives {tensors}, but the node has {ports} ({names})</source>
            <translation>{subject} 輸出 {tensors}，但節點有 {ports}（{names}）</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>being built</source>
            <translation>建立時</translation>
        </message>
        <message>
            <location filename="../../graph/python/probing.py" />
            <source>{subject} gives {kind} where a tensor is needed</source>
            <translation>{subject} 在需要張量之處輸出{kind}</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{subject} stopped while {when}{where}: {said}</source>
            <translation>{subject} 在{when}停止{where}：{said}</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{what} in {name}</source>
            <translation>{name} 中的 {what}</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{name}{where} imports {error}, which is not installed here</source>
            <translation>{name}{where} 匯入了 {error}，但這裡沒有安裝</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{subject} wants to end the program while {when}{where}</source>
            <translation>{subject} 在{when}想要結束程式{where}</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{name} in {file} is neither an nn.Module nor a Function</source>
            <translation>{file} 中的 {name} 既不是 nn.Module 也不是 Function</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{name} in {file} is neither a class nor a function</source>
            <translation>{file} 中的 {name} 既不是類別也不是函式</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{name} has not been trusted, so it is not run</source>
            <translation>{name} 未受信任，因此不會執行</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>look for a loop that never stops</source>
            <translation>請尋找永不停止的迴圈</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{name}{where}: {words}</source>
            <translation>{name}{where}：{words}</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>being imported</source>
            <translation>匯入時</translation>
        </message>
        <message>
            <location filename="../../graph/python/running.py" />
            <source>{subject} does not come to an end while {when}</source>
            <translation>{subject} 在{when}一直沒有結束</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is the name of a .py file beside the project</source>
            <translation>file 是專案旁某個 .py 檔案的名稱</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}; it must be a path inside the project's folder, such as layers.py</source>
            <translation>file 是 {shown}；它必須是專案資料夾內的路徑，例如 layers.py</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}, which leads out of the project's folder</source>
            <translation>file 是 {shown}，它通往專案資料夾之外</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}; write it as {better}</source>
            <translation>file 是 {shown}；請寫成 {better}</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}, which does not end in .py</source>
            <translation>file 是 {shown}，結尾不是 .py</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}; Python imports it by name, so it has letters, digits and _ only</source>
            <translation>file 是 {shown}；Python 依名稱匯入它，因此只能有字母、數字和 _</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>file is {shown}, which hides a module that Python or PyTorch needs; rename the file</source>
            <translation>file 是 {shown}，它會遮蔽 Python 或 PyTorch 需要的模組；請重新命名檔案</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} is looked for beside the project; save the project first</source>
            <translation>{name} 會在專案旁尋找；請先儲存專案</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} says that it is in {encoding}; save it as UTF-8</source>
            <translation>{name} 自稱為 {encoding}；請存成 UTF-8</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} holds invisible signs, so that it would not run as it reads; remove them</source>
            <translation>{name} 含有看不見的字元，執行結果會與所見不同；請移除它們</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} is larger than {max_python_bytes:,} KiB</source>
            <translation>{name} 大於 {max_python_bytes:,} KiB</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} is not text in UTF-8; save it as such</source>
            <translation>{name} 不是 UTF-8 文字；請如此儲存</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} is a link that leads out of the project's folder</source>
            <translation>{name} 是通往專案資料夾之外的連結</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>there is no {name} beside the project</source>
            <translation>專案旁沒有 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>the system refuses</source>
            <translation>系統拒絕</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} cannot be read ({reason})</source>
            <translation>無法讀取 {name}（{reason}）</translation>
        </message>
        <message>
            <location filename="../../graph/python/source_file.py" />
            <source>{name} is no file</source>
            <translation>{name} 不是檔案</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>red</source>
            <translation>紅色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>orange</source>
            <translation>橙色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>yellow</source>
            <translation>黃色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>green</source>
            <translation>綠色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>teal</source>
            <translation>藍綠色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>blue</source>
            <translation>藍色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>purple</source>
            <translation>紫色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>gray</source>
            <translation>灰色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Colour {color}</source>
            <translation>著色為 {color}</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Take colour away</source>
            <translation>移除顏色</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Collapse frame</source>
            <translation>收合外框</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Open frame</source>
            <translation>展開外框</translation>
        </message>
        <message>
            <location filename="../../graph/recoloring.py" />
            <source>Collapse</source>
            <translation>收合</translation>
        </message>
        <message>
            <location filename="../../graph/resolve.py" />
            <source>a number that changes</source>
            <translation>會變動的數</translation>
        </message>
        <message>
            <location filename="../../graph/shapes.py" />
            <source>The network has {graph:,} layers; {max_nodes:,} are the most.</source>
            <translation>網路有 {graph:,} 層；最多可有 {max_nodes:,} 層。</translation>
        </message>
        <message>
            <location filename="../../graph/shapes.py" />
            <source>The network's weights would take {size:,.0f} GiB.</source>
            <translation>網路的權重會佔用 {size:,.0f} GiB。</translation>
        </message>
        <message>
            <location filename="../../graph/shapes.py" />
            <source>With all blocks opened there are more than {max_layers:,} layers.</source>
            <translation>展開所有區塊後超過 {max_layers:,} 層。</translation>
        </message>
        <message>
            <location filename="../../graph/shapes.py" />
            <source>The network cannot be understood: {error}</source>
            <translation>無法理解這個網路：{error}</translation>
        </message>
        <message>
            <location filename="../../graph/sharing_edits.py" />
            <source>Share weights</source>
            <translation>共用權重</translation>
        </message>
        <message>
            <location filename="../../graph/sharing_edits.py" />
            <source>select two layers of one type: the second shares the weights of the first</source>
            <translation>請選取兩個相同類型的層：第二個會共用第一個的權重</translation>
        </message>
        <message>
            <location filename="../../graph/sharing_edits.py" />
            <source>Share no weights</source>
            <translation>不共用權重</translation>
        </message>
        <message>
            <location filename="../../graph/size_formulas.py" />
            <location filename="../../graph/validate_graph.py" />
            <source>nothing arrives</source>
            <translation>沒有輸入</translation>
        </message>
        <message>
            <location filename="../../graph/size_formulas.py" />
            <source>={text} is no size</source>
            <translation>={text} 不是大小</translation>
        </message>
        <message>
            <location filename="../../graph/sizes.py" />
            <source>a size is made of numbers, symbols, +, -, * and //</source>
            <translation>大小由數字、符號、+、-、* 與 // 組成</translation>
        </message>
        <message>
            <location filename="../../graph/sizes.py" />
            <source>this is no size</source>
            <translation>這不是大小</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: it steps along axis {axis}, but {tensor}, which arrives at {port}, has no such axis.</source>
            <translation>{name}：它沿軸 {axis} 逐步執行，但到達 {port} 的 {tensor} 沒有這個軸。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: {state} goes into the first step as {starts}, but every step gives {usual}; a state must come out as it went in.</source>
            <translation>{name}：{state} 以 {starts} 進入第一步，但每一步輸出 {usual}；狀態輸出時必須與輸入時相同。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: {state} goes into a step as {taken} and comes out at {output} as {given}; a state must come out as it went in.</source>
            <translation>{name}：{state} 以 {taken} 進入一步，並在 {output} 以 {given} 輸出；狀態輸出時必須與輸入時相同。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <location filename="../../graph/validate_unroll.py" />
            <source>Remove unroll</source>
            <translation>移除 unroll</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: {first} has {lengths} steps on axis {axis} and {port} has {lengths_2}; both must have as many.</source>
            <translation>{name}：{first} 在軸 {axis} 上有 {lengths} 步，而 {port} 有 {lengths_2} 步；兩者必須相同。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: {port} of a step is {tensor}, which has no room for a time axis {axis}.</source>
            <translation>{name}：每一步的 {port} 是 {tensor}，沒有時間軸 {axis} 的位置。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: start of {state}: {size} is no size.</source>
            <translation>{name}：{state} 的起始：{size} 不是大小。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>Hand {port} to every step</source>
            <translation>將 {port} 交給每一步</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>Start {state} with {given}</source>
            <translation>以 {given} 作為 {state} 的起始</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>{name}: start of {state}: {error}.</source>
            <translation>{name}：{state} 的起始：{error}。</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>Step along axis 0</source>
            <translation>沿軸 0 逐步執行</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>Set {state_width} to {shape}</source>
            <translation>將 {state_width} 設為 {shape}</translation>
        </message>
        <message>
            <location filename="../../graph/steps.py" />
            <source>Start {state} with {usual}</source>
            <translation>以 {usual} 作為 {state} 的起始</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>style: there is no key {key}{guess}</source>
            <translation>style：沒有 {key} 這個鍵{guess}</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>style: {key} is {allowed}, not {told}.</source>
            <translation>style：{key} 是 {allowed}，而非 {told}。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Where a stage is an attribute: self.stage1. Inside nn.Sequential(…), so also in a network that is one chain, it stays a comprehension; write the root as a class there.</source>
            <translation>當某階段是屬性時：self.stage1。在 nn.Sequential(…) 內，包括單一鏈狀的網路，仍使用生成式；請將最上層寫成類別。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>; it is kept, and means nothing. There are {keys}.</source>
            <translation>；它會保留，但沒有意義。可用的有 {keys}。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <location filename="../../graph/validate_graph.py" />
            <location filename="../../graph/validate_looks.py" />
            <location filename="../../graph/validate_rules.py" />
            <location filename="../../graph/validate_unroll.py" />
            <source>Remove {key}</source>
            <translation>移除 {key}</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Set {key} to {value}</source>
            <translation>將 {key} 設為 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Write it as usual ({value})</source>
            <translation>照一般寫法（{value}）</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Call it {near}</source>
            <translation>改名為 {near}</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Layers without weights</source>
            <translation>沒有權重的層</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Activations, pooling and the like as nn.ReLU() or as F.relu(x). What stands in a container stays a module, and so does Dropout.</source>
            <translation>啟用函數、池化等寫成 nn.ReLU() 或 F.relu(x)。容器中的仍為模組，Dropout 也是。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as modules</source>
            <translation>寫成模組</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as functions (F.relu)</source>
            <translation>寫成函式 (F.relu)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>nn.Sequential</source>
            <translation>nn.Sequential</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>By index or by name: it is also what the keys of state_dict are called. A frame may say otherwise for itself.</source>
            <translation>依索引或依名稱：這也是 state_dict 的鍵名。各外框可自行另外指定。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by index</source>
            <translation>依索引</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by name (OrderedDict)</source>
            <translation>依名稱 (OrderedDict)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by name (add_module)</source>
            <translation>依名稱 (add_module)</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by index; root as a class</source>
            <translation>依索引；最上層為類別</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>nn.Conv2d(1, 6, 5) or nn.Conv2d(in_channels=1, out_channels=6, kernel_size=5).</source>
            <translation>nn.Conv2d(1, 6, 5) 或 nn.Conv2d(in_channels=1, out_channels=6, kernel_size=5)。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as people write them</source>
            <translation>如一般人的寫法</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>all by name</source>
            <translation>全部寫出名稱</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>A block that is a chain can be a class of nn.Sequential, which counts or names its layers as all such do; or, if it is used once, stand where it is used.</source>
            <translation>鏈狀區塊可寫成 nn.Sequential 的類別，各層依其一貫方式編號或命名；若只使用一次，也可直接寫在使用處。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>a class each</source>
            <translation>各為一個類別</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>chains as nn.Sequential</source>
            <translation>鏈寫成 nn.Sequential</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>in place, where used once</source>
            <translation>只用一次時寫在使用處</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Repeated layers</source>
            <translation>重複的層</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>How several equal layers or blocks in a row are built.</source>
            <translation>連續數個相同的層或區塊如何建立。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as a comprehension</source>
            <translation>以生成式</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>as a loop</source>
            <translation>以迴圈</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>by a _make_stage method</source>
            <translation>以 _make_stage 方法</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Shapes in comments</source>
            <translation>註解中的形狀</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>The shape that a line gives, at its end.</source>
            <translation>在行尾寫出該行輸出的形狀。</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>with names of arguments</source>
            <translation>附引數名稱</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>Type hints</source>
            <translation>型別提示</translation>
        </message>
        <message>
            <location filename="../../graph/style.py" />
            <source>x: torch.Tensor, or just x.</source>
            <translation>x: torch.Tensor，或只寫 x。</translation>
        </message>
        <message>
            <location filename="../../graph/substitution.py" />
            <source>a mapping cannot stand in an expression</source>
            <translation>對應不能放在運算式中</translation>
        </message>
        <message>
            <location filename="../../graph/substitution.py" />
            <source>{value} cannot stand in an expression</source>
            <translation>{value} 不能放在運算式中</translation>
        </message>
        <message>
            <location filename="../../graph/unroll_edits.py" />
            <source>in steps</source>
            <translation>逐步</translation>
        </message>
        <message>
            <location filename="../../graph/unroll_edits.py" />
            <source>the same at every step</source>
            <translation>每一步相同</translation>
        </message>
        <message>
            <location filename="../../graph/unroll_edits.py" />
            <source>from {output}</source>
            <translation>來自 {output}</translation>
        </message>
        <message>
            <location filename="../../graph/uses.py" />
            <source>{type} holds {scope}, so it cannot stand inside it: that would have no end</source>
            <translation>{type} 含有 {scope}，因此不能放在其中：這樣沒有終點</translation>
        </message>
        <message>
            <location filename="../../graph/uses.py" />
            <source>{type} cannot stand inside itself: that would have no end</source>
            <translation>{type} 不能放在自身之內：這樣沒有終點</translation>
        </message>
        <message>
            <location filename="../../graph/uses.py" />
            <source>{names} (in {scope})</source>
            <translation>{names}（在 {scope} 中）</translation>
        </message>
        <message>
            <location filename="../../graph/uses.py" />
            <source>{names} (in the network)</source>
            <translation>{names}（在網路中）</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: this is no name for a layer; names have letters, digits and _, and are no word of Python.</source>
            <translation>{name}：這不能作為層的名稱；名稱由字母、數字和 _ 組成，且不是 Python 的關鍵字。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>the wire at {target_port} comes from output {source_port}</source>
            <translation>{target_port} 的連線來自輸出 {source_port}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{target}: {wire} of {source}, which is not there; {has}.</source>
            <translation>{target}：{wire}，但 {source} 沒有它；{has}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{node}: it has no {way} {port}; it has {names}.</source>
            <translation>{node}：它沒有{way} {port}；它有 {names}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_blocks.py" />
            <location filename="../../graph/validate_graph.py" />
            <source>Rename to {better}</source>
            <translation>重新命名為 {better}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: this name means something else in Python, so the code says {better}.</source>
            <translation>{name}：這個名稱在 Python 中有其他意義，因此程式碼寫成 {better}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: there is no layer {type}{guess}</source>
            <translation>{name}：沒有層 {type}{guess}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Take it out of the frame</source>
            <translation>將它移出外框</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: there is no frame {group} for it to stand in.</source>
            <translation>{name}：沒有可容納它的外框 {group}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>a {type} cannot be {verb}</source>
            <translation>{type} 不能{verb}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>only what gives one tensor can be {verb}</source>
            <translation>只有輸出單一張量的才能{verb}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>what takes a list of tensors cannot be {verb}</source>
            <translation>接受張量清單的不能{verb}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: {block} has no argument {name_2}; it has {has}.</source>
            <translation>{name}：{block} 沒有引數 {name_2}；它有 {has}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>it has {outputs}</source>
            <translation>它有 {outputs}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>it has none</source>
            <translation>它沒有</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{node}: it has no {ways}, so no wire can meet it at {port}.</source>
            <translation>{node}：它沒有{ways}，因此沒有連線能接到它的 {port}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>repeated</source>
            <translation>重複</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>an {type} cannot be {verb}</source>
            <translation>{type} 不能{verb}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Move wire</source>
            <translation>移動連線</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Use {best}</source>
            <translation>使用 {best}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Use {type}</source>
            <translation>使用 {type}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Create the frame {group}</source>
            <translation>建立外框 {group}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Reset {name}</source>
            <translation>重設 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Set {name} to {value}</source>
            <translation>將 {name} 設為 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>Rename argument</source>
            <translation>重新命名引數</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_unroll.py" />
            <source>input</source>
            <translation>輸入</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>{name}: two wires end at {target_port}, from {source} and from {source_2}; it takes one.</source>
            <translation>{name}：有兩條連線接到 {target_port}，來自 {source} 與 {source_2}；它只接受一條。</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>inputs</source>
            <translation>輸入</translation>
        </message>
        <message>
            <location filename="../../graph/validate.py" />
            <source>outputs</source>
            <translation>輸出</translation>
        </message>
        <message>
            <location filename="../../graph/validate_blocks.py" />
            <source>{name}: the default of {name_2} is a value; {default} would have to be worked out, and there is nothing yet to work it out from.</source>
            <translation>{name}：{name_2} 的預設值應為值；{default} 需要計算，但還沒有可供計算的依據。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_blocks.py" />
            <source>{name}: a block has the name of a layer of PyTorch; give it another.</source>
            <translation>{name}：區塊與 PyTorch 的層同名；請改用其他名稱。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_blocks.py" />
            <source>{name}: no argument of a block may be called {name_2}: {why}.</source>
            <translation>{name}：區塊的引數不能名為 {name_2}：{why}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_blocks.py" />
            <source>Set {name} to {arguments}</source>
            <translation>將 {name} 設為 {arguments}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_blocks.py" />
            <source>{name}: this is no name for a block; {better} would be one.</source>
            <translation>{name}：這不能作為區塊的名稱；可以用 {better}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add an Input</source>
            <translation>新增 Input</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>The network has no Input.</source>
            <translation>網路沒有 Input。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>The network has no Output, so it gives nothing.</source>
            <translation>網路沒有 Output，因此沒有輸出。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: nothing uses what it gives.</source>
            <translation>{name}：沒有任何節點使用它的輸出。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add an Output after {name}</source>
            <translation>在 {name} 之後新增 Output</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: {what}; {type} needs a wire there.</source>
            <translation>{name}：{what}；{type} 在那裡需要連線。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{key}: there is no such key; it is kept, and means nothing.</source>
            <translation>{key}：沒有這個鍵；它會保留，但沒有意義。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Remove them from the layout</source>
            <translation>從版面配置中移除它們</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>The layout has places for layers that are not there: {gone}.</source>
            <translation>版面配置中有不存在的層的位置：{gone}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Remove them from the routes</source>
            <translation>從路徑中移除它們</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>There are routes for wires that are not there: {routes}.</source>
            <translation>有不存在的連線的路徑：{routes}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: a frame cannot stand inside itself, or in one that is not there.</source>
            <translation>{name}：外框不能位於自身或不存在的外框之內。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{target}: the wires go round in a circle: {shown}.</source>
            <translation>{target}：連線繞成了一個環：{shown}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>nothing arrives at {port}</source>
            <translation>{port} 沒有輸入</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: this is no name for a frame; {better} would be one.</source>
            <translation>{name}：這不能作為外框的名稱；可以用 {better}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: a frame becomes a Sequential, a ModuleList, a Module or none of these, not {container}.</source>
            <translation>{name}：外框會成為 Sequential、ModuleList、Module 或都不是，而非 {container}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: in code this is the same name as {taken}.</source>
            <translation>{name}：在程式碼中這與 {taken} 是同一個名稱。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: no Input leads here, so it is always the same.</source>
            <translation>{name}：沒有 Input 通往這裡，因此它永遠相同。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Connect {source}</source>
            <translation>連接 {source}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>{name}: a layer and a frame have the same name.</source>
            <translation>{name}：有一層與一個外框同名。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add Input</source>
            <translation>新增 Input</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Add Output</source>
            <translation>新增 Output</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Set {port} to {start}</source>
            <translation>將 {port} 設為 {start}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_graph.py" />
            <source>Rename the layer to {better}</source>
            <translation>將層重新命名為 {better}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_in_place.py" />
            <source>{name}: it works in place, so it writes over what {source} gives, which {others} needs too.</source>
            <translation>{name}：它就地運算，會覆寫 {source} 的輸出，而 {others} 也需要該輸出。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_in_place.py" />
            <source>{name}: it would write over {source}, which is learned.</source>
            <translation>{name}：它會覆寫可學習的 {source}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_in_place.py" />
            <source>Set inplace to False</source>
            <translation>將 inplace 設為 False</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: what a {type} starts with is said by the layers inside it, for all its uses, or by a rule of the project with names, for one.</source>
            <translation>{name}：{type} 的起始值由其內部的層為所有使用處指定，或由帶有 names 的專案規則為單一使用處指定。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: initialize says which parameter starts how: {{weight: normal_}}.</source>
            <translation>{name}：initialize 說明哪個參數如何起始：{{weight: normal_}}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: it has no parameter {parameter} to initialize; it has {has}.</source>
            <translation>{name}：它沒有可初始化的參數 {parameter}；它有 {has}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Remove initialize</source>
            <translation>移除 initialize</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Say it inside {type}</source>
            <translation>改在 {type} 內部指定</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{what} starts with a function of torch.nn.init, a number, numbers, or a file.</source>
            <translation>{what}以 torch.nn.init 的函式、一個數、多個數或檔案起始。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{said} is no number</source>
            <translation>{said} 不是數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{what} is {shape}, but {source} is {given}.</source>
            <translation>{what}為 {shape}，但{source}為 {given}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: it</source>
            <translation>{name}：它</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: a {type} cannot be initialized; it has no weights.</source>
            <translation>{name}：{type} 不能初始化；它沒有權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{what} is {shape}, but {name} fills tensors of {needs}.</source>
            <translation>{what}為 {shape}，但 {name} 只填 {needs} 的張量。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>what it starts with</source>
            <translation>其起始值</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Leave {parameter} as PyTorch does</source>
            <translation>讓 {parameter} 依 PyTorch 的方式</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Say it of {of}</source>
            <translation>改為指定 {of}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>the weight</source>
            <translation>權重</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>a value that is right</source>
            <translation>正確的值</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>torch.nn.init has no {function}{guess}</source>
            <translation>torch.nn.init 沒有 {function}{guess}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Use {better}</source>
            <translation>使用 {better}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>Use {label}</source>
            <translation>使用 {label}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name} has no argument {name_2}; it has {has}.</source>
            <translation>{name} 沒有引數 {name_2}；它有 {has}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name} needs {argument}.</source>
            <translation>{name} 需要 {argument}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{what}: {name} refuses: {why}</source>
            <translation>{what}：{name} 拒絕：{why}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_initialize.py" />
            <source>{name}: a Constant has its value already.</source>
            <translation>{name}：Constant 已有它的值。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_looks.py" />
            <source>The layout says {key} of {name}: {words}.</source>
            <translation>版面配置中 {name} 的 {key}：{words}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_looks.py" />
            <source>{key} of the frame {name}: {words}.</source>
            <translation>外框 {name} 的 {key}：{words}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_looks.py" />
            <source>{key} of the note {name}: {words}.</source>
            <translation>註記 {name} 的 {key}：{words}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_looks.py" />
            <source>{key} of the frame {name} means nothing: it is no container.</source>
            <translation>外框 {name} 的 {key} 沒有意義：它不是容器。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>initialize is a list of rules: - {types: Conv2d, parameters: weight, with: ...}.</source>
            <translation>initialize 是規則的清單：- {types: Conv2d, parameters: weight, with: ...}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Remove the rule</source>
            <translation>移除規則</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>{name} fills tensors of {needs}, but {name_2} of a {type} is {shape}</source>
            <translation>{name} 只填 {needs} 的張量，但 {type} 的 {name_2} 為 {shape}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source> of {types}</source>
            <translation> {types} 的</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>no parameter{of} is called {said}</source>
            <translation>沒有名為 {said} 的{of}參數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>initialize, rule {index}: {what}</source>
            <translation>initialize，第 {index} 條規則：{what}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Use {function}</source>
            <translation>使用 {function}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Make it a list</source>
            <translation>改為清單</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Use it for the weights</source>
            <translation>用於權重</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>no layer of the network is {types}</source>
            <translation>網路中沒有 {types} 層</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>the network has no weights</source>
            <translation>網路沒有權重</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Use {choice}</source>
            <translation>使用 {choice}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>no layer, frame or parameter is called {part}</source>
            <translation>沒有名為 {part} 的層、外框或參數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>it says with: how the weights start</source>
            <translation>with: 說明權重如何起始</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>there is no {key}; it has {keys}</source>
            <translation>沒有 {key}；它有 {keys}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>{key} is a name, or a list of names</source>
            <translation>{key} 是名稱，或名稱的清單</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>no layer or family is called {what}</source>
            <translation>沒有名為 {what} 的層或類型</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>weights start with a function of torch.nn.init or a number</source>
            <translation>權重以 torch.nn.init 的函式或一個數起始</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>{name} refuses: {why}</source>
            <translation>{name} 拒絕：{why}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_rules.py" />
            <source>Use {right}</source>
            <translation>使用 {right}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_shared_shapes.py" />
            <source>{name}: it shares the weights of {owner}, but{inside} {what} is {theirs} there and would be {own} here.</source>
            <translation>{name}：它共用 {owner} 的權重，但{inside} {what} 在那裡為 {theirs}，在此會是 {own}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_shared_shapes.py" />
            <source>{name}: {owner} has no parameter {name_2} to share; it has {has}.</source>
            <translation>{name}：{owner} 沒有可共用的參數 {name_2}；它有 {has}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_shared_shapes.py" />
            <source>, inside {where},</source>
            <translation>在 {where} 內的</translation>
        </message>
        <message>
            <location filename="../../graph/validate_shared_shapes.py" />
            <source>{name}: its {parameter} is {here}, but {theirs}, which it shares, is {there}.</source>
            <translation>{name}：它的 {parameter} 為 {here}，但它共用的 {theirs} 為 {there}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_shared_shapes.py" />
            <source>Share {better}</source>
            <translation>共用 {better}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {seen}, whose weights it shares, has none: there is no {said}.</source>
            <translation>{name}：它共用 {seen} 的權重，但後者沒有權重：沒有 {said}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: it is a {type} and {owner} a {type_2}; only layers of one type are the same layer.</source>
            <translation>{name}：它是 {type}，而 {owner} 是 {type_2}；只有同類型的層才能是同一層。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <location filename="../../graph/visit.py" />
            <source>Share nothing</source>
            <translation>不共用</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: shares is the name of a layer, or {{weight: name}}.</source>
            <translation>{name}：shares 是層的名稱，或 {{weight: name}}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: a {type} has no weights that it could share.</source>
            <translation>{name}：{type} 沒有可共用的權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {name_2} stands outside of {frames}, whose class cannot reach it.</source>
            <translation>{name}：{name_2} 位於 {frames} 之外，後者的類別無法存取它。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {seen} share in a circle; one must have them.</source>
            <translation>{name}：{seen} 循環共用；必須有一個擁有權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: it says {name_2} {value}, but its layer is that of {owner}, where {theirs}.</source>
            <translation>{name}：它說 {name_2} 為 {value}，但它的層是 {owner} 的，在那裡{theirs}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{option} belongs to {name}, whose layer it is</source>
            <translation>{option} 屬於擁有該層的 {name}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: a {type} has no parameter of its own to share.</source>
            <translation>{name}：{type} 沒有自己的參數可共用。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {other} is a {type}, of which no single weight is shared.</source>
            <translation>{name}：{other} 是 {type}，不能共用其單一權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: there is no layer {said} whose weights it could share.</source>
            <translation>{name}：沒有可共用權重的層 {said}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Take {name} out of {frames}</source>
            <translation>將 {name} 移出 {frames}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: it cannot share its own weights.</source>
            <translation>{name}：它不能共用自己的權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Make it a {type}</source>
            <translation>改為 {type}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>it is {value}</source>
            <translation>它是 {value}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>nothing is said of it</source>
            <translation>沒有指定它</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {parameter} is shared with {value}, but {what}.</source>
            <translation>{name}：{parameter} 與 {value} 共用，但{what}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Share those of {choice}</source>
            <translation>共用 {choice} 的</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Share the weight of {name} alone</source>
            <translation>只共用 {name} 的權重</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Move argument</source>
            <translation>移動引數</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Say it at {name}</source>
            <translation>改在 {name} 指定</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>Move option</source>
            <translation>移動選項</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>there is no layer {other}</source>
            <translation>沒有層 {other}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>that is no name</source>
            <translation>那不是名稱</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {parameter} is shared with {other}, which shares in vain.</source>
            <translation>{name}：{parameter} 與 {other} 共用，但後者也無從共用。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {parameter} is shared with itself, in a circle.</source>
            <translation>{name}：{parameter} 循環地與自己共用。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_sharing.py" />
            <source>{name}: {end} has {option}, so no single weight of it is shared.</source>
            <translation>{name}：{end} 有 {option}，因此不能共用其單一權重。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>{name}: trainable is true, false, or eval: frozen, and kept in eval mode.</source>
            <translation>{name}：trainable 是 true、false 或 eval（凍結並保持在評估模式）。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>Reset trainable</source>
            <translation>重設 trainable</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>Reset dtype</source>
            <translation>重設 dtype</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>{name}: a Parameter is learned, so it cannot hold {dtype}.</source>
            <translation>{name}：Parameter 是可學習的，因此不能是 {dtype}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>{name}: a tensor of {shape} does not fit into memory.</source>
            <translation>{name}：{shape} 的張量放不進記憶體。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_tensors.py" />
            <source>Freeze it</source>
            <translation>凍結它</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>it has no {way} {name}; it has {names}.</source>
            <translation>它沒有{way} {name}；它有 {names}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>unroll is the axis to step along, as in unroll: {axis: 1}.</source>
            <translation>unroll 是逐步執行所沿的軸，例如 unroll: {axis: 1}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>a {type} cannot be stepped along an axis.</source>
            <translation>{type} 不能沿軸逐步執行。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>what has no input and no output cannot be stepped along an axis.</source>
            <translation>沒有輸入也沒有輸出的不能沿軸逐步執行。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>what takes or gives a list of tensors is stepped inside a block; put it into one.</source>
            <translation>接受或輸出張量清單的要在區塊內逐步執行；請將它放進區塊。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>nothing says what {state} is before the first step; wire it, or start it.</source>
            <translation>沒有說明 {state} 在第一步之前是什麼；請連線，或給它起始值。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>unroll and {option} are too much for one node; put it into a block.</source>
            <translation>unroll 與 {option} 不能同時用於一個節點；請將它放進區塊。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>Step along axis 1</source>
            <translation>沿軸 1 逐步執行</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>Step along what is constant</source>
            <translation>沿固定的輸入逐步執行</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>nothing is left to step along: every input is state or constant.</source>
            <translation>沒有剩下可逐步執行的：每個輸入都是狀態或固定的。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>; it has {unroll_keys}.</source>
            <translation>；它有 {unroll_keys}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>axis is a whole number such as 1, not {axis}.</source>
            <translation>axis 是如 1 的整數，而非 {axis}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>reverse is true or false.</source>
            <translation>reverse 是 true 或 false。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>constant is a list of inputs, [memory].</source>
            <translation>constant 是輸入的清單，[memory]。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>state says which output comes back to which input, {h: h_1}.</source>
            <translation>state 說明哪個輸出回到哪個輸入，{h: h_1}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>start says how large a state of zeros is, {h: [=x.size(0), 64]}.</source>
            <translation>start 說明零狀態有多大，{h: [=x.size(0), 64]}。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>unroll has no {key}{guess}</source>
            <translation>unroll 沒有 {key}{guess}</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>Start {state} with zeros, 64 wide</source>
            <translation>{state} 以寬 64 的零起始</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>start of {name} is a list of sizes, [=x.size(0), 64].</source>
            <translation>{name} 的 start 是大小的清單，[=x.size(0), 64]。</translation>
        </message>
        <message>
            <location filename="../../graph/validate_unroll.py" />
            <source>output</source>
            <translation>輸出</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>mend the line, or the one above it</source>
            <translation>請修正這一行，或它的上一行</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the file holds a character that no text file holds</source>
            <translation>檔案含有文字檔不會有的字元</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>remove it, or save the file as UTF-8</source>
            <translation>請移除它，或將檔案存成 UTF-8</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>this is not YAML</source>
            <translation>這不是 YAML</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>open it in an editor</source>
            <translation>請在編輯器中開啟它</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>this is not YAML: {problem}</source>
            <translation>這不是 YAML：{problem}</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the alias *{anchor} is not allowed here</source>
            <translation>這裡不允許別名 *{anchor}</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>write the value out</source>
            <translation>請直接寫出值</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>a second document begins here</source>
            <translation>這裡開始了第二份文件</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>a project file holds one; remove the rest</source>
            <translation>專案檔只含一份；請移除其餘的</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>lists and mappings are nested more than {max_project_depth} deep</source>
            <translation>清單與對應的巢狀超過 {max_project_depth} 層</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>no project needs that; simplify this line</source>
            <translation>沒有專案需要這樣；請簡化這一行</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the file holds more than {max_project_values:,} values</source>
            <translation>檔案含有超過 {max_project_values:,} 個值</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>no project is that large</source>
            <translation>沒有專案這麼大</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>a list or mapping stands as a key</source>
            <translation>有清單或對應作為鍵</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>use a name</source>
            <translation>請使用名稱</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the merge key &lt;&lt; is not allowed here</source>
            <translation>這裡不允許合併鍵 &lt;&lt;</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>write the values out in full</source>
            <translation>請完整寫出各個值</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>{text} stands here for the second time</source>
            <translation>{text} 在此第二次出現</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>rename or remove one of the two</source>
            <translation>請重新命名或移除其中一個</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the anchor &amp;{anchor} is not allowed here</source>
            <translation>這裡不允許錨點 &amp;{anchor}</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>write the value out wherever it is needed</source>
            <translation>請在需要之處寫出值</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>the tag {tag} is not allowed here</source>
            <translation>這裡不允許標籤 {tag}</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>this number is too large to mean anything</source>
            <translation>這個數太大，沒有意義</translation>
        </message>
        <message>
            <location filename="../../graph/yaml_events.py" />
            <source>write a smaller one</source>
            <translation>請寫較小的數</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <source>{optimizer} knows no weight decay</source>
            <translation>{optimizer} 沒有權重衰減</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <location filename="../../train/scheduling.py" />
            <source>there is no parameter group {group}</source>
            <translation>沒有參數群組 {group}</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <source>{value} is no weight decay</source>
            <translation>{value} 不是權重衰減</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <source>the run is in epoch {epoch} already</source>
            <translation>執行已在週期 {epoch}</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <source>{epochs} epochs are more than a run may have</source>
            <translation>{epochs} 個週期超過一次執行的上限</translation>
        </message>
        <message>
            <location filename="../../train/acts.py" />
            <source>the command {name} is not complete</source>
            <translation>命令 {name} 不完整</translation>
        </message>
        <message>
            <location filename="../../train/analysis_server.py" />
            <source>no project is open</source>
            <translation>沒有開啟的專案</translation>
        </message>
        <message>
            <location filename="../../train/analysis_server.py" />
            <location filename="../../train/probe/server.py" />
            <source>this is no request</source>
            <translation>這不是要求</translation>
        </message>
        <message>
            <location filename="../../train/analysis_server.py" />
            <source>this is too much to be looked at</source>
            <translation>內容太多，無法檢視</translation>
        </message>
        <message>
            <location filename="../../train/analysis_server.py" />
            <source>this could not be understood</source>
            <translation>無法理解</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>share of the samples that are varied</source>
            <translation>變化的樣本所占的比例</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Flip</source>
            <translation>翻轉</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Mirrors pictures.</source>
            <translation>鏡射圖片。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Crop</source>
            <translation>裁切</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Pads pictures and cuts them out a little elsewhere.</source>
            <translation>在圖片四周補邊，再從稍微不同的位置裁切。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Cuts out a part of a picture and brings it to full size.</source>
            <translation>裁出圖片的一部分並放大為原尺寸。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Rotate</source>
            <translation>旋轉</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Turns pictures about their middle.</source>
            <translation>以中心旋轉圖片。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Shift</source>
            <translation>平移</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Moves pictures.</source>
            <translation>移動圖片。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Jitter</source>
            <translation>色彩抖動</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Varies brightness, contrast and colour.</source>
            <translation>變化亮度、對比與色彩。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Blur</source>
            <translation>模糊</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Blurs pictures.</source>
            <translation>使圖片模糊。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Erase</source>
            <translation>擦除</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Wipes a rectangle out of pictures.</source>
            <translation>從圖片擦除一個矩形。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Noise</source>
            <translation>雜訊</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Adds normal noise to what goes in, pictures or tables.</source>
            <translation>在輸入加上常態雜訊，圖片或表格皆可。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Mixup</source>
            <translation>Mixup</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Blends two samples and their targets.</source>
            <translation>混合兩個樣本及其目標。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>CutMix</source>
            <translation>CutMix</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>Puts a part of one picture into another, and of its target.</source>
            <translation>將一張圖片的一部分及其目標放進另一張。</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>left and right, or up and down</source>
            <translation>左右，或上下</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>pixels added at every side</source>
            <translation>每一側補上的像素數</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>least share of the picture that is kept</source>
            <translation>至少保留圖片的這個比例</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>at most this far either way</source>
            <translation>往任一方向最多這麼多</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>at most this share of their size</source>
            <translation>最多為其尺寸的這個比例</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>factor from 1 - b to 1 + b</source>
            <translation>係數介於 1 - b 到 1 + b</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>factor from 1 - c to 1 + c</source>
            <translation>係數介於 1 - c 到 1 + c</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>of colour pictures</source>
            <translation>用於彩色圖片</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>pixels across, an odd number</source>
            <translation>寬度的像素數，須為奇數</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>at most this much</source>
            <translation>最多這麼多</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>at most this share of a picture</source>
            <translation>最多為圖片的這個比例</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>of the noise, after scaling</source>
            <translation>雜訊的標準差，於縮放之後</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>larger: more evenly blended</source>
            <translation>越大則混合越平均</translation>
        </message>
        <message>
            <location filename="../../train/augment_kinds.py" />
            <source>larger: more evenly shared</source>
            <translation>越大則分配越平均</translation>
        </message>
        <message>
            <location filename="../../train/augmenting.py" />
            <source>there is no way to carry out {name}</source>
            <translation>無法執行 {name}</translation>
        </message>
        <message>
            <location filename="../../train/augmenting.py" />
            <source>pictures are varied by the package kornia, which is not installed</source>
            <translation>變化圖片需要套件 kornia，但尚未安裝</translation>
        </message>
        <message>
            <location filename="../../train/augmenting.py" />
            <source>install it: pip install kornia</source>
            <translation>請安裝：pip install kornia</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the Binary Cross Entropy between the target and the input probabilities.</source>
            <translation>衡量目標與輸入機率之間的二元交叉熵。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>This loss combines a Sigmoid layer and the BCELoss in one single class.</source>
            <translation>將 Sigmoid 層與 BCELoss 合為一個類別的損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>The Connectionist Temporal Classification loss.</source>
            <translation>連結時序分類 (CTC) 損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the loss given input tensors x_1, x_2 and a Tensor label y with values 1 or -1.</source>
            <translation>給定輸入張量 x_1、x_2 與值為 1 或 -1 的標籤張量 y，衡量其損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>This criterion computes the cross entropy loss between input logits and target.</source>
            <translation>計算輸入的原始分數與目標之間的交叉熵損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>How far a Gaussian is from the standard one, as a variational autoencoder asks it.</source>
            <translation>高斯分布與標準高斯分布相距多遠，供變分自編碼器使用。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Gaussian negative log likelihood loss.</source>
            <translation>高斯負對數概似損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Measures the loss given an input tensor x and a labels tensor y (containing 1 or -1).</source>
            <translation>給定輸入張量 x 與標籤張量 y（值為 1 或 -1），衡量其損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that uses a squared term if the absolute element-wise error falls below delta and a delta-scaled L1 term otherwise.</source>
            <translation>逐元素絕對誤差小於 delta 時取平方項，否則取以 delta 縮放的 L1 項。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>The Kullback-Leibler divergence loss.</source>
            <translation>Kullback-Leibler 散度損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the mean absolute error (MAE) between each element in the input x and target y.</source>
            <translation>衡量輸入 x 與目標 y 各元素之間的平均絕對誤差 (MAE)。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the mean squared error (squared L2 norm) between each element in the input x and target y.</source>
            <translation>衡量輸入 x 與目標 y 各元素之間的均方誤差（平方 L2 範數）。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the loss given inputs x1, x2, two 1D mini-batch or 0D Tensors, and a label 1D mini-batch or 0D Tensor y (containing 1 or -1).</source>
            <translation>給定輸入 x1、x2（兩個一維小批次或零維張量）與標籤 y（值為 1 或 -1），衡量其損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that optimizes a multi-class multi-classification hinge loss (margin-based loss) between input x (a 2D mini-batch Tensor) and output y (which is a 2D Tensor of target class indices).</source>
            <translation>最佳化輸入 x（二維小批次張量）與輸出 y（目標類別索引的二維張量）之間的多類別多分類 hinge 損失（以間隔為準）。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that optimizes a multi-label one-versus-all loss based on max-entropy, between input x and target y of size (N, C).</source>
            <translation>最佳化大小為 (N, C) 的輸入 x 與目標 y 之間、以最大熵為準的多標籤一對全部損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that optimizes a multi-class classification hinge loss (margin-based loss) between input x (a 2D mini-batch Tensor) and output y (which is a 1D tensor of target class indices, 0 ≤ y ≤ x.size(1)-1).</source>
            <translation>最佳化輸入 x（二維小批次張量）與輸出 y（目標類別索引的一維張量，0 ≤ y ≤ x.size(1)-1）之間的多類別 hinge 損失（以間隔為準）。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>The negative log likelihood loss.</source>
            <translation>負對數概似損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Negative log likelihood loss with Poisson distribution of target.</source>
            <translation>目標為 Poisson 分布的負對數概似損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that uses a squared term if the absolute element-wise error falls below beta and an L1 term otherwise.</source>
            <translation>逐元素絕對誤差小於 beta 時取平方項，否則取 L1 項。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that optimizes a two-class classification logistic loss between input tensor x and target tensor y (containing 1 or -1).</source>
            <translation>最佳化輸入張量 x 與目標張量 y（值為 1 或 -1）之間的二類別邏輯損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the triplet loss given an input tensors x1, x2, x3 and a margin with a value greater than 0.</source>
            <translation>給定輸入張量 x1、x2、x3 與大於 0 的間隔，衡量三元組損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Creates a criterion that measures the triplet loss given input tensors a, p, and n (representing anchor, positive, and negative examples, respectively), and a nonnegative, real-valued function ("distance function") used to compute the relationship between the anchor and positive example ("positive distance") and the anchor and negative example ("negative distance").</source>
            <translation>給定輸入張量 a、p、n（分別為錨點、正例與負例）與非負的實值「距離函數」，以錨點到正例及錨點到負例的距離衡量三元組損失。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Averaged Stochastic Gradient Descent.</source>
            <translation>平均隨機梯度下降法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Adadelta algorithm.</source>
            <translation>Adadelta 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Adafactor algorithm.</source>
            <translation>Adafactor 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Adagrad algorithm.</source>
            <translation>Adagrad 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Adam algorithm.</source>
            <translation>Adam 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements AdamW algorithm, where weight decay does not accumulate in the momentum nor variance.</source>
            <translation>AdamW 演算法，其權重衰減不累積到動量或變異數中。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Adamax algorithm (a variant of Adam based on infinity norm).</source>
            <translation>Adamax 演算法（以無窮範數為基礎的 Adam 變體）。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements L-BFGS algorithm.</source>
            <translation>L-BFGS 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements Muon algorithm.</source>
            <translation>Muon 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements NAdam algorithm.</source>
            <translation>NAdam 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements RAdam algorithm.</source>
            <translation>RAdam 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements RMSprop algorithm.</source>
            <translation>RMSprop 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements the resilient backpropagation algorithm.</source>
            <translation>彈性反向傳播演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Implements stochastic gradient descent (optionally with momentum).</source>
            <translation>隨機梯度下降法（可選用動量）。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>SparseAdam implements a masked version of the Adam algorithm suitable for sparse gradients.</source>
            <translation>適用於稀疏梯度的遮罩版 Adam 演算法。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Chains a list of learning rate schedulers.</source>
            <translation>將多個學習率排程串接起來。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Multiply the learning rate of each parameter group by a small constant factor.</source>
            <translation>將各參數群組的學習率乘以一個小的常數因子。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Set the learning rate of each parameter group using a cosine annealing schedule.</source>
            <translation>以餘弦退火排程設定各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Sets the learning rate of each parameter group according to cyclical learning rate policy (CLR).</source>
            <translation>依循環學習率策略 (CLR) 設定各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Decays the learning rate of each parameter group by gamma every epoch.</source>
            <translation>每個週期以 gamma 衰減各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Sets the initial learning rate.</source>
            <translation>設定初始學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Decays the learning rate of each parameter group by linearly changing small multiplicative factor.</source>
            <translation>以線性變化的小乘數衰減各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Decays the learning rate of each parameter group by gamma once the number of epoch reaches one of the milestones.</source>
            <translation>週期數到達任一 milestone 時，以 gamma 衰減各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Multiply the learning rate of each parameter group by the factor given in the specified function.</source>
            <translation>將各參數群組的學習率乘以指定函數給出的因子。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Sets the learning rate of each parameter group according to the 1cycle learning rate policy.</source>
            <translation>依 1cycle 學習率策略設定各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Decays the learning rate of each parameter group using a polynomial function in the given total_iters.</source>
            <translation>在給定的 total_iters 內以多項式函數衰減各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Reduce learning rate when a metric has stopped improving.</source>
            <translation>在指標不再改善時降低學習率。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Contains a list of schedulers expected to be called sequentially during the optimization process.</source>
            <translation>包含訓練過程中依序呼叫的多個排程。</translation>
        </message>
        <message>
            <location filename="../../train/catalog.json" />
            <source>Decays the learning rate of each parameter group by gamma every step_size epochs.</source>
            <translation>每 step_size 個週期以 gamma 衰減各參數群組的學習率。</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>start a new run</source>
            <translation>請開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>put data and batch_size back to what they were, or start a new run</source>
            <translation>請將 data 與 batch_size 改回原狀，或開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>there is no checkpoint {name}</source>
            <translation>沒有檢查點 {name}</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>the run had {before} steps an epoch, now there are {now}</source>
            <translation>原本的執行每個週期有 {before} 步，現在有 {now} 步</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>an older one is used if there is one</source>
            <translation>若有較舊的檢查點，會改用它</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>{name}: the checkpoint is damaged: its hash differs from the one written with it</source>
            <translation>{name}：檢查點已損毀：雜湊值與寫入時的不同</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>{name}: was written by another version of this program ({version})</source>
            <translation>{name}：由此程式的其他版本寫入（{version}）</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>{parent}: there is no checkpoint to go on from</source>
            <translation>{parent}：沒有可以接續的檢查點</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <location filename="../../train/checks_amounts.py" />
            <location filename="../../train/probe/samples.py" />
            <location filename="../../train/runs/listing.py" />
            <location filename="../../codegen/features.py" />
            <source>there are {names}</source>
            <translation>可用的有 {names}</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>none has been kept yet: keep one, or wait for the end of an epoch</source>
            <translation>尚未保存任何檢查點：請先保存一個，或等到週期結束</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>{name}: the checkpoint is not complete</source>
            <translation>{name}：檢查點不完整</translation>
        </message>
        <message>
            <location filename="../../train/checkpoints.py" />
            <source>{name}: is no checkpoint of a run</source>
            <translation>{name}：不是執行的檢查點</translation>
        </message>
        <message>
            <location filename="../../train/checks.py" />
            <source>training data: {error}</source>
            <translation>訓練資料：{error}</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <source>training.data: {note}</source>
            <translation>training.data：{note}</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <source>training.data.inputs: {words}; {there}</source>
            <translation>training.data.inputs：{words}；{there}</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <location filename="../../train/probe/samples.py" />
            <source>there is no Input {name}</source>
            <translation>沒有 Input {name}</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <source>nothing is said for the Input {name}</source>
            <translation>沒有為 Input {name} 指定任何資料</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <source>training.data.validation: of {samples} samples none is left to train on</source>
            <translation>training.data.validation：{samples} 個樣本中沒有剩下可訓練的</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <location filename="../../train/reader.py" />
            <location filename="../../graph/validate_rules.py" />
            <source>Rename it to {near}</source>
            <translation>重新命名為 {near}</translation>
        </message>
        <message>
            <location filename="../../train/checks_amounts.py" />
            <source>training.data.batch_size: {batch_size} is more than the {training} samples there are to train on, so each epoch is one step</source>
            <translation>training.data.batch_size：{batch_size} 多於可訓練的 {training} 個樣本，因此每個週期只有一步</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>one batch is learned by heart, so it is not varied</source>
            <translation>只背誦一個 batch，因此不加以變化</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} varies numbers, and these are indices</source>
            <translation>{name} 用於數值，而這些是索引</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} varies pictures, and these are none</source>
            <translation>{name} 用於圖片，而這些不是圖片</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>pictures are varied by the package kornia: pip install kornia</source>
            <translation>變化圖片需要套件 kornia：pip install kornia</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>saturation and hue need pictures in colour, with three channels</source>
            <translation>saturation 與 hue 需要三個通道的彩色圖片</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} needs pictures larger than {size} pixels</source>
            <translation>{name} 需要大於 {size} 像素的圖片</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>training.data.augment: {words}</source>
            <translation>training.data.augment：{words}</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} gives each class a share, which CrossEntropyLoss compares</source>
            <translation>{name} 會給每個類別一個比例，需由 CrossEntropyLoss 比較</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} moves pixels, and the picture that is asked for would stay as it is</source>
            <translation>{name} 會移動像素，而所要求的影像卻會停在原處</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>{name} cannot mix these inputs</source>
            <translation>{name} 無法混合這些輸入</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <location filename="../../train/checks_outputs.py" />
            <location filename="../../train/checks_sequence.py" />
            <source>Use {wanted}</source>
            <translation>使用 {wanted}</translation>
        </message>
        <message>
            <location filename="../../train/checks_augment.py" />
            <source>noise and erase come last, where the network is asked for its input</source>
            <translation>要求網路重現輸入時，noise 與 erase 必須放在最後</translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>the data gives {count}, but the network has {count_2}</source>
            <translation>資料提供{count}，但網路有{count_2}</translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>Set shape to [{sizes}]</source>
            <translation>將 shape 設為 [{sizes}]</translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>Flatten the data</source>
            <translation>將資料展平</translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>{name}: the data {title} has samples of shape {shape}, but this input takes {tensor}</source>
            <translation>{name}：資料 {title} 的樣本形狀為 {shape}，但此輸入接受 {tensor}</translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>{name}: the data {title} is {dtype}, but this input takes {dtype_2}</source>
            <translation>{name}：資料 {title} 是 {dtype}，但此輸入接受 {dtype_2}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/checks_inputs.py" />
            <location filename="../../graph/python/check.py" />
            <source>{n} inputs</source>
            <translation>
                <numerusform> {n} 個輸入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/checks_inputs.py" />
            <source>{n} Input nodes</source>
            <translation>
                <numerusform> {n} 個 Input 節點</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/checks_inputs.py" />
            <source>Set dtype to {dtype}</source>
            <translation>將 dtype 設為 {dtype}</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>Add LogSoftmax</source>
            <translation>加入 LogSoftmax</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>{last}: CrossEntropyLoss applies a softmax itself, so this one only slows learning</source>
            <translation>{last}：CrossEntropyLoss 本身已套用 softmax，這一個只會讓學習變慢</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>{last}: BCEWithLogitsLoss applies a sigmoid itself</source>
            <translation>{last}：BCEWithLogitsLoss 本身已套用 sigmoid</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>{last}: {loss} needs log-probabilities, as LogSoftmax gives them</source>
            <translation>{last}：{loss} 需要 LogSoftmax 給出的對數機率</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>{last}: {loss} needs values between 0 and 1, as Sigmoid gives them</source>
            <translation>{last}：{loss} 需要介於 0 與 1 的值，如 Sigmoid 的輸出</translation>
        </message>
        <message>
            <location filename="../../train/checks_last_layer.py" />
            <source>Use {loss}</source>
            <translation>改用 {loss}</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer: Muon takes only weights with two axes, but {name} of {node} has {n}</source>
            <translation>training.optimizer：Muon 只接受兩個軸的權重，但 {node} 的 {name} 有 {n} 個軸</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.no_decay: nothing decays, for weight_decay is 0</source>
            <translation>training.optimizer.no_decay：weight_decay 為 0，沒有任何權重會衰減</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.groups.{index}: {nodes} fits no layer of this network</source>
            <translation>training.optimizer.groups.{index}：{nodes} 不符合這個網路的任何層</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.groups: {group} fits {node} too, but {other} stands before it and takes it</source>
            <translation>training.optimizer.groups：{group} 也符合 {node}，但 {other} 排在前面，由它取得</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Use {optimizer}</source>
            <translation>改用 {optimizer}</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer: LBFGS knows no parameter groups</source>
            <translation>training.optimizer：LBFGS 沒有參數群組</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer: SparseAdam needs sparse gradients, from an Embedding with sparse: true; those of {node} are dense</source>
            <translation>training.optimizer：SparseAdam 需要稀疏梯度，來自 sparse: true 的 Embedding；{node} 的梯度是稠密的</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer: {optimizer} cannot follow the sparse gradients of {node}</source>
            <translation>training.optimizer：{optimizer} 無法處理 {node} 的稀疏梯度</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Do without biases</source>
            <translation>不使用偏置</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Remove no_decay</source>
            <translation>移除 no_decay</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.no_decay: {optimizer} knows no weight decay</source>
            <translation>training.optimizer.no_decay：{optimizer} 沒有權重衰減</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <location filename="../../train/group_edits.py" />
            <source>Move group</source>
            <translation>移動群組</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>the network has no weights to train; add a layer with weights, such as Linear</source>
            <translation>網路沒有可訓練的權重；請加入有權重的層，例如 Linear</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Remove groups</source>
            <translation>移除群組</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>{path}: this is for CUDA, and the run is on the CPU</source>
            <translation>{path}：這只適用於 CUDA，而此次訓練在 CPU 上</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Set weight_decay to 0.01</source>
            <translation>將 weight_decay 設為 0.01</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.groups: every group is frozen, so nothing is learned</source>
            <translation>training.optimizer.groups：每個群組都凍結了，什麼都不會學習</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Change it to {near}</source>
            <translation>改成 {near}</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Leave it to {other}</source>
            <translation>留給 {other}</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Move {group} up</source>
            <translation>將 {group} 往上移</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>training.optimizer.groups: {group} takes nothing, for {other} stands before it and takes all that it fits</source>
            <translation>training.optimizer.groups：{group} 什麼都沒取得，因為 {other} 排在前面，取走了它所符合的一切</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Let {group} learn</source>
            <translation>讓 {group} 學習</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Make its gradients dense</source>
            <translation>讓它的梯度變成稠密</translation>
        </message>
        <message>
            <location filename="../../train/checks_optimizer.py" />
            <source>Move it up</source>
            <translation>將它往上移</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>{name}: the data {title} has {classes} classes, but {what}{width} scores arrive</source>
            <translation>{name}：資料 {title} 有 {classes} 個類別，但到達的{what}{width} 個分數</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>class numbers, but the data {title} has numbers to predict</source>
            <translation>類別編號，但資料 {title} 是要預測的數值</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>only </source>
            <translation>只有 </translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>sample {sample} is of class {which}</source>
            <translation>樣本 {sample} 屬於類別 {which}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>training.loss: {loss} needs {what}</source>
            <translation>training.loss：{loss} 需要{what}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>{name}: {type} compares with targets of shape {shape}, but {tensor} arrives</source>
            <translation>{name}：{type} 要與形狀 {shape} 的目標比較，但到達的是 {tensor}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>{loss} compares {count} of the network, but it has {count_2}</source>
            <translation>{loss} 要比較網路的{count}，但網路有{count_2}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>two classes, but the data has {classes}</source>
            <translation>兩個類別，但資料有 {classes} 個</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>{name}: {type} needs {expected}, one score per class, but {tensor} arrives</source>
            <translation>{name}：{type} 需要 {expected}，每個類別一個分數，但到達的是 {tensor}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>{name}: {loss} needs one result per sample, but {tensor} arrives</source>
            <translation>{name}：{loss} 需要每個樣本一個結果，但到達的是 {tensor}</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>numbers, but the data has {classes} classes</source>
            <translation>數值，但資料有 {classes} 個類別</translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>Set {keys} of {found} to {width}</source>
            <translation>將 {found} 的 {keys} 設為 {width}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/checks_outputs.py" />
            <source>{n} outputs</source>
            <translation>
                <numerusform> {n} 個輸出</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/checks_outputs.py" />
            <source>{n} Output nodes</source>
            <translation>
                <numerusform> {n} 個 Output 節點</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/checks_outputs.py" />
            <source>Set width</source>
            <translation>設定寬度</translation>
        </message>
        <message>
            <location filename="../../train/checks_processes.py" />
            <source>training.{where}: {said}</source>
            <translation>training.{where}：{said}</translation>
        </message>
        <message>
            <location filename="../../train/checks_processes.py" />
            <source>{device} is one GPU, and each of several processes takes one of its own</source>
            <translation>{device} 是單一個 GPU，而多個行程各自需要自己的 GPU</translation>
        </message>
        <message>
            <location filename="../../train/checks_processes.py" />
            <source>Apple's GPU is one for all, so one process trains on it</source>
            <translation>Apple 的 GPU 只有一個，所以只能由一個行程在上面訓練</translation>
        </message>
        <message>
            <location filename="../../train/checks_processes.py" />
            <source>LBFGS looks at one batch several times a step, which one process can do</source>
            <translation>LBFGS 每一步會多次查看同一個批次，只有單一行程做得到</translation>
        </message>
        <message>
            <location filename="../../train/checks_processes.py" />
            <source>a batch of {batch} cannot be shared among {size} processes</source>
            <translation>大小為 {batch} 的批次無法由 {size} 個行程分擔</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>LBFGS is made for all {samples} samples at once; from batches of {size} it easily goes astray</source>
            <translation>LBFGS 是為一次處理全部 {samples} 個樣本而設計的；以 {size} 個一批容易走偏</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>the run learns one batch by heart, to see whether the network can</source>
            <translation>執行會背下一個批次，看網路能否做到</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>the CPU does not compute every layer in float16, so the run uses bfloat16</source>
            <translation>CPU 無法以 float16 計算每一層，因此執行使用 bfloat16</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>LBFGS looks at one batch several times a step</source>
            <translation>LBFGS 每一步會多次查看同一批次</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>LBFGS finds its own length of a step, and clipped gradients would mislead it</source>
            <translation>LBFGS 自行決定步長，裁剪過的梯度會誤導它</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>Use AdamW</source>
            <translation>使用 AdamW</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{type} on this data is measured by {there}, not by {name}</source>
            <translation>{type} 在這份資料上以 {there} 衡量，而非 {name}</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>no samples are held out to validate with, so the loss of training decides</source>
            <translation>沒有保留驗證用的樣本，因此由訓練的損失決定</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>a run of {epochs} epochs ends before it has waited for {patience}</source>
            <translation>{epochs} 個週期的執行在等滿 {patience} 個之前就結束</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>Remove early_stopping</source>
            <translation>移除 early_stopping</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>an epoch has only {batches} batches, so each epoch is one step</source>
            <translation>一個週期只有 {batches} 個批次，因此每個週期只有一步</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <location filename="../../train/checks_schedule.py" />
            <location filename="../../train/checks_terms.py" />
            <location filename="../../train/data/tensor_file.py" />
            <location filename="../../train/optimization.py" />
            <location filename="../../train/probe/samples.py" />
            <location filename="../../train/probe/server.py" />
            <location filename="../../train/reader.py" />
            <location filename="../../train/scheduling.py" />
            <location filename="../../train/starting.py" />
            <location filename="../../train/weight_files.py" />
            <location filename="../../codegen/imports.py" />
            <location filename="../../graph/block_arguments.py" />
            <location filename="../../graph/block_dissolving.py" />
            <location filename="../../graph/case.py" />
            <location filename="../../graph/catalog/typed.py" />
            <location filename="../../graph/muting.py" />
            <location filename="../../graph/python/check.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_initialize.py" />
            <location filename="../../graph/validate_unroll.py" />
            <source>{name}: {words}</source>
            <translation>{name}：{words}</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{metric} does not suit this loss and this data; {there}</source>
            <translation>{metric} 不適用於這個損失與這份資料；{there}</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <location filename="../../train/engine.py" />
            <location filename="../../train/predictions/answering.py" />
            <location filename="../../train/sanity/data_checks.py" />
            <source>no samples are held out to validate with</source>
            <translation>沒有保留驗證用的樣本</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{name} gets better as it gets larger</source>
            <translation>{name} 越大越好</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{name} gets better as it gets smaller</source>
            <translation>{name} 越小越好</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>PyTorch cannot clip sparse gradients</source>
            <translation>PyTorch 無法裁剪稀疏梯度</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{why}, so it cannot accumulate gradients</source>
            <translation>{why}，因此不能累積梯度</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>{why}, so float16's gradients cannot be scaled for it</source>
            <translation>{why}，因此無法為它縮放 float16 的梯度</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>PyTorch cannot scale sparse gradients</source>
            <translation>PyTorch 無法縮放稀疏梯度</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <location filename="../../train/data/table.py" />
            <location filename="../../train/reader.py" />
            <location filename="../../train/reading_loss.py" />
            <location filename="../../graph/expressions.py" />
            <source>there are {known}</source>
            <translation>可用的有 {known}</translation>
        </message>
        <message>
            <location filename="../../train/checks_regularity.py" />
            <source>nothing is measured beside the loss</source>
            <translation>除了損失之外沒有可量測的指標</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/checks_schedule.py" />
            <source>{path}.{name}: {values} values for {n} parameter groups</source>
            <translation>
                <numerusform>{path}.{name}：{values} 個值對 {n} 個參數群組</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>{path}: OneCycleLR is over after {total} of {units} steps</source>
            <translation>{path}：OneCycleLR 在 {units} 步中的第 {total} 步就結束了</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>{path}: PolynomialLR is at 0 after {total} of {units}, and nothing is learned from then on</source>
            <translation>{path}：PolynomialLR 在 {units} 之中的第 {total} 步後就降到 0，之後什麼都學不到</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>As long as the run</source>
            <translation>與訓練一樣長</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>{path}.milestones: the run has {units}, so what begins at {late} never does</source>
            <translation>{path}.milestones：這次訓練只有 {units}，所以從 {late} 開始的部分永遠不會開始</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>{said}: {names}</source>
            <translation>{said}：{names}</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>One value for all groups</source>
            <translation>所有群組共用一個值</translation>
        </message>
        <message>
            <location filename="../../train/checks_schedule.py" />
            <source>A value for each</source>
            <translation>每個群組一個值</translation>
        </message>
        <message>
            <location filename="../../train/checks_sequence.py" />
            <source>{name}: CTCLoss needs a score for each of {labels} labels, of which the blank is number {blank}, but {width} arrive</source>
            <translation>{name}：CTCLoss 需要 {labels} 個標籤各一個分數，其中空白是第 {blank} 號，但只送來 {width} 個</translation>
        </message>
        <message>
            <location filename="../../train/checks_sequence.py" />
            <source>training.loss: CTCLoss compares with a row of labels for each sample, but the data {title} has one label for each</source>
            <translation>training.loss：CTCLoss 要與每個樣本的一列標籤比較，但資料 {title} 每個樣本只有一個標籤</translation>
        </message>
        <message>
            <location filename="../../train/checks_sequence.py" />
            <source>{name}: CTCLoss needs [T, N, C], time before samples, but {tensor} arrives; torch.transpose turns them around</source>
            <translation>{name}：CTCLoss 需要 [T, N, C]，時間在樣本之前，但送來的是 {tensor}；torch.transpose 可以對調兩軸</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>{name}: there is no Output node {missing}; there are {there}</source>
            <translation>{name}：沒有 Output 節點 {missing}；現有 {there}</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>{name}: {count} weights for {classes} classes</source>
            <translation>{name}：給了 {count} 個權重，但有 {classes} 個類別</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>{name}: {source} has one target only; leave target out, or say inputs</source>
            <translation>{name}：{source} 只有一個目標；請省略 target，或寫 inputs</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>{name}: name the column, since other losses name theirs</source>
            <translation>{name}：請寫出欄位名稱，因為其他損失都寫了自己的</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>training.loss: no loss compares {output}, so it learns nothing</source>
            <translation>training.loss：沒有損失比較 {output}，因此它學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/checks_terms.py" />
            <source>{name}: there are no classes to balance</source>
            <translation>{name}：沒有類別可以平衡</translation>
        </message>
        <message>
            <location filename="../../train/checks_weights.py" />
            <location filename="../../train/data/location.py" />
            <source>file or run</source>
            <translation>檔案或執行</translation>
        </message>
        <message>
            <location filename="../../train/checks_weights.py" />
            <source>training.weights: {error}</source>
            <translation>training.weights：{error}</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>did not stop when it was asked to, and had to be ended</source>
            <translation>在要求停止時沒有停下來，只好強制結束</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>the training process {how}</source>
            <translation>訓練行程{how}</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>the training process does not answer any more</source>
            <translation>訓練程序不再回應</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>was killed ({name})</source>
            <translation>被強制終止（{name}）</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>ended without a word (exit status {code})</source>
            <translation>沒有說明就結束（結束代碼 {code}）</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <location filename="../../train/failing.py" />
            <location filename="../../train/mates.py" />
            <source>the last checkpoint is whole: resume from it</source>
            <translation>最後的檢查點是完整的：請從它繼續</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>nothing had been kept yet: start it again</source>
            <translation>當時還沒有保存任何東西：請重新開始</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>wait, or stop it: the last checkpoint is whole, and resuming goes on from it</source>
            <translation>請稍候或停止它：最後的檢查點是完整的，繼續執行會從它開始</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>wait, or stop it: nothing has been kept yet</source>
            <translation>請等候，或停止它：目前還沒有保存任何東西</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>was killed ({name}), perhaps because memory ran out</source>
            <translation>被強制終止（{name}），可能是記憶體不足</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <source>was killed ({name}), for a file that it read was cut off</source>
            <translation>被終止了（{name}），因為它讀取的檔案被截斷了</translation>
        </message>
        <message>
            <location filename="../../train/client.py" />
            <location filename="../../train/mates.py" />
            <source>the training process cannot be started ({error})</source>
            <translation>無法啟動訓練行程（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/compiling.py" />
            <source>torch.compile cannot compile this network here: {why}</source>
            <translation>torch.compile 在這裡無法編譯這個網路：{why}</translation>
        </message>
        <message>
            <location filename="../../train/compiling.py" />
            <source>the run goes on without; set compile to false</source>
            <translation>執行會在不編譯的情況下繼續；請將 compile 設為 false</translation>
        </message>
        <message>
            <location filename="../../train/config.py" />
            <source>write it as optimizer.lr=0.01</source>
            <translation>請寫成 optimizer.lr=0.01</translation>
        </message>
        <message>
            <location filename="../../train/config.py" />
            <source>{text} is no setting</source>
            <translation>{text} 不是設定</translation>
        </message>
        <message>
            <location filename="../../train/crew.py" />
            <source>several processes cannot share a batch whose answers, of shape {shape}, are not one for each sample</source>
            <translation>多個行程無法分擔這個批次：輸出的形狀為 {shape}，並非每個樣本各有一份</translation>
        </message>
        <message>
            <location filename="../../train/crew.py" />
            <source>train in one process: processes: 1</source>
            <translation>改用單一行程訓練：processes: 1</translation>
        </message>
        <message>
            <location filename="../../train/crew.py" />
            <source>the {size} processes could not meet at {address}: {why}</source>
            <translation>{size} 個行程無法在 {address} 會合：{why}</translation>
        </message>
        <message>
            <location filename="../../train/crew.py" />
            <source>see that all of them were started, and that nothing lies between them</source>
            <translation>請確認所有行程都已啟動，而且彼此之間沒有阻隔</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <location filename="../../train/data/parquet.py" />
            <location filename="../../train/data/text.py" />
            <source>fill it in or remove the row</source>
            <translation>請填入或移除該列</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>it needs a header row and data rows</source>
            <translation>需要標題列與資料列</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>name every column</source>
            <translation>請為每一欄命名</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>rename one</source>
            <translation>請重新命名其中一個</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>add a header row that names the columns</source>
            <translation>請加入為各欄命名的標題列</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row {row}: column {name_2} is empty</source>
            <translation>{name}，第 {row} 列：{name_2} 欄是空的</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row {row}: {cell} in column {column} is no number, as nearly all others are</source>
            <translation>{name}，第 {row} 列：欄位 {column} 的 {cell} 不是數字，而其他幾乎都是數字</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>mend it, or leave the column out with ignore: [{name}]</source>
            <translation>請修正它，或以 ignore: [{name}] 略過這個欄位</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <location filename="../../train/data/parquet.py" />
            <source>{name}, row {row}: column {name_2} holds {cell}, which is no finite number</source>
            <translation>{name}，第 {row} 列：{name_2} 欄的 {cell} 不是有限的數值</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}: the file is empty</source>
            <translation>{name}：檔案是空的</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}: there is a header but no data row</source>
            <translation>{name}：有標題列但沒有資料列</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <location filename="../../train/data/saved_dataset.py" />
            <source>mend or remove that row</source>
            <translation>請修正或移除該列</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>save it as UTF-8 CSV</source>
            <translation>請存成 UTF-8 的 CSV</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>save it as plain CSV</source>
            <translation>請存成一般的 CSV</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row 1: column {empty} has no name</source>
            <translation>{name}，第 1 列：第 {empty} 欄沒有名稱</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row 1: two columns are named {twice}</source>
            <translation>{name}，第 1 列：有兩欄名為 {twice}</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row 1: the first row holds numbers, not names</source>
            <translation>{name}，第 1 列：第一列是數值，不是名稱</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row {number}: {row} values where the header names {header} columns</source>
            <translation>{name}，第 {number} 列：有 {row} 個值，但標題列有 {header} 欄</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <location filename="../../train/data/text.py" />
            <source>{name}, row {line}: these bytes are no UTF-8 text</source>
            <translation>{name}，第 {line} 列：這些位元組不是 UTF-8 文字</translation>
        </message>
        <message>
            <location filename="../../train/data/csv_file.py" />
            <source>{name}, row {line}: {error}</source>
            <translation>{name}，第 {line} 列：{error}</translation>
        </message>
        <message>
            <location filename="../../train/data/drawn.py" />
            <location filename="../../train/data/paired.py" />
            <location filename="../../train/data/sources.py" />
            <source>how many samples</source>
            <translation>多少個樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/drawn.py" />
            <source>pixels of a side</source>
            <translation>邊長（像素）</translation>
        </message>
        <message>
            <location filename="../../train/data/drawn.py" />
            <location filename="../../train/data/sources.py" />
            <source>deviation of the noise added</source>
            <translation>所加雜訊的標準差</translation>
        </message>
        <message>
            <location filename="../../train/data/extras.py" />
            <source>{kind} needs the package {package}, which is not installed</source>
            <translation>{kind} 需要套件 {package}，但尚未安裝</translation>
        </message>
        <message>
            <location filename="../../train/data/extras.py" />
            <source>install it: pip install {package}</source>
            <translation>請安裝：pip install {package}</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>expected folder, or a pattern of the file names with {mark} in it once, not {value}</source>
            <translation>應為 folder，或恰好含一個 {mark} 的檔名樣式，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>expected at most {most} stars in {value}</source>
            <translation>{value} 中最多只能有 {most} 個星號</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>group: {words}</source>
            <translation>group：{words}</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>{name}: lies in no subfolder to be grouped by</source>
            <translation>{name}：不在任何可供分組的子資料夾中</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>put it into one, or set group to a pattern of the file names</source>
            <translation>請將它放入子資料夾，或將 group 設為檔名的樣式</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>{name}: its name does not fit the group {pattern}</source>
            <translation>{name}：檔名不符合分組樣式 {pattern}</translation>
        </message>
        <message>
            <location filename="../../train/data/file_groups.py" />
            <source>rename it, or change the pattern</source>
            <translation>請重新命名，或更改樣式</translation>
        </message>
        <message>
            <location filename="../../train/data/file_rows.py" />
            <source>put it back, or connect the disk that it lies on</source>
            <translation>請把它放回去，或接上它所在的磁碟</translation>
        </message>
        <message>
            <location filename="../../train/data/file_rows.py" />
            <source>{name}: was cut off while it was read</source>
            <translation>{name}：在讀取時被截斷了</translation>
        </message>
        <message>
            <location filename="../../train/data/file_rows.py" />
            <source>{name}: cannot be read any more ({reason})</source>
            <translation>{name}：無法再讀取（{reason}）</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>choose a file such as train-images-idx3-ubyte.gz</source>
            <translation>請選擇如 train-images-idx3-ubyte.gz 的檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>download it again</source>
            <translation>請重新下載</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>download the file again</source>
            <translation>請重新下載檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>swap images and labels?</source>
            <translation>影像與標籤是否對調了？</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>choose the two files that belong together</source>
            <translation>請選擇相配的兩個檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: this is no IDX file (it begins with {start})</source>
            <translation>{name}：這不是 IDX 檔案（開頭為 {start}）</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: the file ends inside its header</source>
            <translation>{name}：檔案在標頭中就結束</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: the header promises {expected:,} bytes of data, but {found} are there</source>
            <translation>{name}：標頭宣稱有 {expected:,} 位元組的資料，但實際有 {found}</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: holds labels, not images</source>
            <translation>{name}：內容是標籤，不是影像</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: holds images, not labels</source>
            <translation>{name}：內容是影像，不是標籤</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name} holds {shape} images, but {labels} holds {label_shape} labels</source>
            <translation>{name} 有 {shape} 張影像，但 {labels} 有 {label_shape} 個標籤</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: labels must be whole numbers</source>
            <translation>{name}：標籤必須是整數</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}, row {row}: {min} is no class</source>
            <translation>{name}，第 {row} 列：{min} 不是類別</translation>
        </message>
        <message>
            <location filename="../../train/data/idx.py" />
            <source>{name}: cannot be read to its end ({error})</source>
            <translation>{name}：無法讀到結尾（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/data/images.py" />
            <source>put the images of each class into one</source>
            <translation>請將每個類別的影像放進各自的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/images.py" />
            <location filename="../../train/data/recognition.py" />
            <source>add some or remove the folder</source>
            <translation>請加入一些，或移除資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/images.py" />
            <source>{name}: there is no subfolder</source>
            <translation>{name}：沒有子資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/images.py" />
            <location filename="../../train/data/recognition.py" />
            <source>{name}/{classes}: holds no image</source>
            <translation>{name}/{classes}：沒有影像</translation>
        </message>
        <message>
            <location filename="../../train/data/images.py" />
            <location filename="../../train/data/pairs.py" />
            <location filename="../../train/data/recognition.py" />
            <source>{name}: cannot be listed ({reason})</source>
            <translation>{name}：無法列出（{reason}）</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>the data has no path yet</source>
            <translation>資料還沒有路徑</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <location filename="../../train/probe/samples.py" />
            <location filename="../../train/runs/listing.py" />
            <location filename="../../train/weight_files.py" />
            <location filename="../../graph/project_file.py" />
            <source>check the path</source>
            <translation>請檢查路徑</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>file</source>
            <translation>檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>folder</source>
            <translation>資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>file or folder</source>
            <translation>檔案或資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>choose a {kind}</source>
            <translation>請選擇{kind}</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>{path} is no path</source>
            <translation>{path} 不是路徑</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source> (looked in {folder})</source>
            <translation>（在 {folder} 中尋找）</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>{path}: there is no such {kind}{where}</source>
            <translation>{path}：沒有這樣的{kind}{where}</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>{path}: cannot be reached ({error})</source>
            <translation>{path}：無法存取（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>choose another {kind}</source>
            <translation>請選擇其他{kind}</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>{path}: lies outside the project's folder, so it is not read before a run</source>
            <translation>{path}：位於專案資料夾之外，因此執行前不會讀取</translation>
        </message>
        <message>
            <location filename="../../train/data/location.py" />
            <source>start the run to read it, or move it beside the project file</source>
            <translation>請開始執行以讀取它，或將它移到專案檔旁</translation>
        </message>
        <message>
            <location filename="../../train/data/memory.py" />
            <source>save its columns as arrays with numpy.save, which are read batch by batch, or use fewer rows</source>
            <translation>以 numpy.save 將各欄存成陣列，即可逐批讀取，或減少列數</translation>
        </message>
        <message>
            <location filename="../../train/data/memory.py" />
            <source>{name}: would need {size:.1f} GiB of memory, more than the {largest:.0f} GiB allowed</source>
            <translation>{name}：需要 {size:.1f} GiB 記憶體，超過允許的 {largest:.0f} GiB</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>write it without compression, with numpy.savez or numpy.save: then it is read batch by batch</source>
            <translation>以 numpy.savez 或 numpy.save 不壓縮地寫出：這樣就會逐批讀取</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>write it with numpy.savez</source>
            <translation>請以 numpy.savez 寫入</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>save it with a numeric dtype</source>
            <translation>請以數值 dtype 儲存</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <location filename="../../train/data/tensor_file.py" />
            <source>the file is damaged; write it again</source>
            <translation>檔案已損毀；請重新寫入</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>save numbers to predict as float32</source>
            <translation>要預測的數值請存成 float32</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>write it with numpy.savez(path, inputs=..., targets=...)</source>
            <translation>請以 numpy.savez(path, inputs=..., targets=...) 寫入</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the archive holds no array</source>
            <translation>{name}：封存檔中沒有陣列</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} holds Python objects, which could run code</source>
            <translation>{name}：陣列 {name_2} 含有 Python 物件，可能會執行程式碼</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} has dtype {dtype}, which is no number</source>
            <translation>{name}：陣列 {name_2} 的 dtype 為 {dtype}，不是數值</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} says it has {size:,} bytes, but {stored:,} are there</source>
            <translation>{name}：陣列 {name_2} 宣稱有 {size:,} 位元組，但實際有 {stored:,}</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>every array needs one entry per sample along its first axis</source>
            <translation>每個陣列的第一軸需要每個樣本一項</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: inputs names no array</source>
            <translation>{name}：inputs 沒有指出陣列</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>its arrays are {known}</source>
            <translation>其中的陣列有 {known}</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: {name_2}, row {row}: {min} is no class</source>
            <translation>{name}：{name_2}，第 {row} 列：{min} 不是類別</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>classes count from 0; set ignore_index of the loss to {label} if that stands for none; save numbers to predict as float32</source>
            <translation>類別從 0 開始計數；若 {label} 代表無類別，請將損失的 ignore_index 設為 {label}；要預測數值請存成 float32</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: {name_2} would make {highest:,} classes</source>
            <translation>{name}：{name_2} 會產生 {highest:,} 個類別</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>mend or remove that sample</source>
            <translation>請修正或移除該樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: this is no readable .npz archive ({error})</source>
            <translation>{name}：這不是可讀取的 .npz 封存檔（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} is damaged ({error})</source>
            <translation>{name}：陣列 {name_2} 已損毀（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} has a broken header</source>
            <translation>{name}：陣列 {name_2} 的標頭已損壞</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: {chosen} has {shape} samples, but {name_2} has {shape_2}</source>
            <translation>{name}：{chosen} 有 {shape} 個樣本，但 {name_2} 有 {shape_2} 個</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: there is no array {name_2}</source>
            <translation>{name}：沒有陣列 {name_2}</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>its arrays are {known}; choose there</source>
            <translation>其中的陣列有 {known}；請從中選擇</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: the array {name_2} has no samples</source>
            <translation>{name}：陣列 {name_2} 沒有樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/numpy_files.py" />
            <source>{name}: {name_2}, row {row} holds NaN or infinity</source>
            <translation>{name}：{name_2}，第 {row} 列含有 NaN 或無限大</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>relative to the project's folder</source>
            <translation>相對於專案的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>GiB that samples may take; of a set that needs more each batch is read from disk</source>
            <translation>樣本可占用的記憶體（GiB）；需要更多時，每個批次都從磁碟讀取</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>the folder of images below the path</source>
            <translation>路徑之下的影像資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>the folder of masks below the path</source>
            <translation>路徑之下的遮罩資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>auto: each value is a class; binary: bright pixels are class 1</source>
            <translation>auto：每個值是一個類別；binary：亮的像素為類別 1</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>how many, where masks hold 0, 1, 2 ...; default: every value that occurs</source>
            <translation>類別數量，適用於遮罩值為 0、1、2……的情況；預設為所有出現的值</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>which one; its folder is below the path, which is torchvision's root</source>
            <translation>哪一個資料集；其資料夾在路徑（torchvision 的 root）之下</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of its own parts the one to train on; test: test holds the other out</source>
            <translation>用哪一部分訓練；test: test 會保留另一部分</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of CIFAR100: 100 classes or 20</source>
            <translation>CIFAR100 的 100 類或 20 類</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>what a text is cut into</source>
            <translation>文字要切成什麼</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>tokens of one sample</source>
            <translation>一個樣本的 token 數</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of running text: the token after each of a sample, or only the one after its end</source>
            <translation>連續文字：預測樣本中每個 token 的下一個，或只預測結尾的下一個</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>from the start of a sample to that of the next; default: the length</source>
            <translation>從一個樣本的開頭到下一個樣本的開頭；預設為 length</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>as many tokens are told apart, the most frequent ones</source>
            <translation>最多區分這麼多個 token，取最常見的</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of a table: the column of texts</source>
            <translation>表格：文字所在的欄位</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of a table: the column to predict; default: the last</source>
            <translation>表格：要預測的欄位；預設為最後一欄</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>of a table: whether the target is a class or a number</source>
            <translation>表格：目標是類別還是數字</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>between values; auto finds comma, semicolon or tab</source>
            <translation>值之間的分隔符號；auto 會找出逗號、分號或定位字元</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>height and width every image is brought to</source>
            <translation>每張影像調整成的高與寬</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>one channel or three</source>
            <translation>一個或三個通道</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>name of the array, or a list of names</source>
            <translation>陣列的名稱，或名稱的清單</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>name of the array to predict</source>
            <translation>要預測之陣列的名稱</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>key or place of a tensor, or several</source>
            <translation>張量的鍵或位置，可以有多個</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>key or place of the tensor to predict</source>
            <translation>要預測的張量的鍵或位置</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>the file of images, relative to the project</source>
            <translation>影像檔，相對於專案</translation>
        </message>
        <message>
            <location filename="../../train/data/own.py" />
            <source>the file of labels, relative to the project</source>
            <translation>標籤檔，相對於專案</translation>
        </message>
        <message>
            <location filename="../../train/data/paired.py" />
            <source>how many symbols</source>
            <translation>有多少個符號</translation>
        </message>
        <message>
            <location filename="../../train/data/paired.py" />
            <source>how many different ones</source>
            <translation>有多少種不同的符號</translation>
        </message>
        <message>
            <location filename="../../train/data/paired.py" />
            <source>{source} has no groups {name}</source>
            <translation>{source} 沒有名為 {name} 的群組</translation>
        </message>
        <message>
            <location filename="../../train/data/paired.py" />
            <source>its groups are called {name}</source>
            <translation>它的群組名為 {name}</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{folder}: there is no folder {name} in it</source>
            <translation>{folder}：其中沒有資料夾 {name}</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>put images and masks into images/ and masks/, or name their folders</source>
            <translation>請將影像與遮罩放入 images/ 與 masks/，或指定它們的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{name}: holds no image</source>
            <translation>{name}：沒有任何影像</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{path}: a mask has one number from 0 to 255 for each pixel</source>
            <translation>{path}：遮罩的每個像素應為一個 0 到 255 的數字</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>save it as a grey picture, or one with a palette</source>
            <translation>請存成灰階或調色盤影像</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{path}: has a pixel of {value}, which is none of the {count} classes</source>
            <translation>{path}：有像素值 {value}，不屬於 {count} 個類別中的任何一個</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>mend it, or raise classes</source>
            <translation>請修正它，或提高 classes</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{file}: there is no {partner} for it</source>
            <translation>{file}：沒有對應的 {partner}</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>add that file, or remove this one</source>
            <translation>請加入該檔案，或移除這一個</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{file}: has the name of {other}</source>
            <translation>{file}：與 {other} 同名</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>names are told apart without their endings: rename or remove one</source>
            <translation>檔名不含副檔名來區分：請重新命名或移除其中一個</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{mask}: is {width} x {height} pixels, but {image} is {width_2} x {height_2}</source>
            <translation>{mask}：為 {width} x {height} 像素，但 {image} 為 {width_2} x {height_2}</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>bring both to one size</source>
            <translation>請將兩者調整為相同大小</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>{path}: masks up to here have {kinds} different values, too many for classes</source>
            <translation>{path}：到此為止的遮罩有 {kinds} 種不同的值，作為類別太多了</translation>
        </message>
        <message>
            <location filename="../../train/data/pairs.py" />
            <source>save masks as PNG, or set mask: binary for black and white</source>
            <translation>請將遮罩存成 PNG，或對黑白遮罩設定 mask: binary</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <source>{name}: column {column} holds {kind}, neither numbers nor text</source>
            <translation>{name}：欄位 {column} 的內容是 {kind}，既不是數字也不是文字</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <location filename="../../train/data/table.py" />
            <source>leave it out with ignore: [{name}]</source>
            <translation>請以 ignore: [{name}] 略去</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}: there is no row</source>
            <translation>{name}：沒有任何一列</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <source>{name}, row {row}: column {column} is empty</source>
            <translation>{name}，第 {row} 列：欄位 {column} 是空的</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <source>{name}: this is no Parquet file that can be read</source>
            <translation>{name}：這不是可以讀取的 Parquet 檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/parquet.py" />
            <source>write it again; what was found: {error}</source>
            <translation>請重新寫出；發現的內容：{error}</translation>
        </message>
        <message>
            <location filename="../../train/data/parts.py" />
            <location filename="../../train/reading_data.py" />
            <source>{source} has no groups to split by</source>
            <translation>{source} 沒有可用來分割的群組</translation>
        </message>
        <message>
            <location filename="../../train/data/parts.py" />
            <source>leave out group</source>
            <translation>請移除 group</translation>
        </message>
        <message>
            <location filename="../../train/data/parts.py" />
            <source>a stratified split goes by classes, and none of the targets has any</source>
            <translation>分層劃分依類別進行，而所有目標都沒有類別</translation>
        </message>
        <message>
            <location filename="../../train/data/parts.py" />
            <source>set split to random</source>
            <translation>請將 split 設為 random</translation>
        </message>
        <message>
            <location filename="../../train/data/parts.py" />
            <source>a stratified split needs one class for each sample</source>
            <translation>分層分割需要每個樣本都有一個類別</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>replace or remove the file</source>
            <translation>請更換或移除檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>{path}: cannot be read as an image</source>
            <translation>{path}：無法讀取為影像</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>{path}: is not there any more</source>
            <translation>{path}：已經不在了</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>{path}: is {shape} x {shape_2} pixels, but the first image is {width} x {height}</source>
            <translation>{path}：為 {shape} x {shape_2} 像素，但第一張影像為 {width} x {height}</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <location filename="../../train/data/saved_dataset.py" />
            <source>set resize, for example to [{height}, {width}]</source>
            <translation>請設定 resize，例如 [{height}, {width}]</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>{path}: is a link that leads out of the data folder</source>
            <translation>{path}：是通往資料夾以外的連結</translation>
        </message>
        <message>
            <location filename="../../train/data/picture_files.py" />
            <source>{path}: {width} x {height} is too large</source>
            <translation>{path}：{width} x {height} 太大</translation>
        </message>
        <message>
            <location filename="../../train/data/preparation.py" />
            <source>{source}: no sample is left for training out of {samples}</source>
            <translation>{source}：{samples} 個樣本中沒有剩下可訓練的</translation>
        </message>
        <message>
            <location filename="../../train/data/preparation.py" />
            <source>lower validation, now {validation}</source>
            <translation>請降低 validation，目前為 {validation}</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>drop both files</source>
            <translation>請同時拖放兩個檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>call them inputs and targets, or choose them in the Training tab</source>
            <translation>請將它們命名為 inputs 與 targets，或在「訓練」分頁中選擇</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>{name}: the {missing} that belong to it are not beside it</source>
            <translation>{name}：屬於它的 {missing} 不在旁邊</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>put the images of each class into a folder of their own</source>
            <translation>請將每個類別的影像放進各自的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>{file}: its arrays {headers} do not say which is the target</source>
            <translation>{file}：其陣列 {headers} 沒有說明何者為目標</translation>
        </message>
        <message>
            <location filename="../../train/data/recognition.py" />
            <source>{name}: its images are in no subfolders</source>
            <translation>{name}：其影像不在子資料夾中</translation>
        </message>
        <message>
            <location filename="../../train/data/safe_pickle.py" />
            <source>no array of bytes</source>
            <translation>不是位元組陣列</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>a saved Hugging Face data set</source>
            <translation>已儲存的 Hugging Face 資料集</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}: this is no whole data set of save_to_disk</source>
            <translation>{name}：這不是完整的 save_to_disk 資料集</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>save it again: dataset.save_to_disk(...)</source>
            <translation>請重新儲存：dataset.save_to_disk(...)</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}, row {row}: {code} in column {column} is no class, there are {count}</source>
            <translation>{name}，第 {row} 列：欄位 {column} 的 {code} 不是類別，類別共有 {count} 個</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}: holds several parts, {parts}</source>
            <translation>{name}：含有多個部分，{parts}</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>name each: {said}</source>
            <translation>請分別指明：{said}</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}, row {row}: the image is {width} x {height} pixels, unlike the first</source>
            <translation>{name}，第 {row} 列：圖片為 {width} x {height} 像素，與第一張不同</translation>
        </message>
        <message>
            <location filename="../../train/data/saved_dataset.py" />
            <source>{name}, row {row}: column {column} cannot be read as an image</source>
            <translation>{name}，第 {row} 列：欄位 {column} 無法讀成圖片</translation>
        </message>
        <message>
            <location filename="../../train/data/source.py" />
            <source>inputs: the network is asked for its own input (autoencoders)</source>
            <translation>inputs：要求網路還原自己的輸入（自編碼器）</translation>
        </message>
        <message>
            <location filename="../../train/data/source.py" />
            <source>the column to predict; default: the last</source>
            <translation>要預測的欄；預設為最後一欄</translation>
        </message>
        <message>
            <location filename="../../train/data/source.py" />
            <source>columns of the input, or a list of such lists for several inputs; default: the rest</source>
            <translation>輸入的欄；有多個輸入時為多個這樣的清單；預設為其餘各欄</translation>
        </message>
        <message>
            <location filename="../../train/data/source.py" />
            <source>columns to leave out</source>
            <translation>要略去的欄</translation>
        </message>
        <message>
            <location filename="../../train/data/source.py" />
            <source>whether the target is a class or a number</source>
            <translation>目標是類別還是數值</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many bits</source>
            <translation>多少個位元</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many steps</source>
            <translation>多少步</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many spirals, each a class</source>
            <translation>多少條螺旋，各為一類</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>MNIST-5k</source>
            <translation>MNIST-5k</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>5,000 real handwritten digits, 500 of each.</source>
            <translation>5,000 個真實手寫數字，每種 500 個。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Fashion-MNIST-10k</source>
            <translation>Fashion-MNIST-10k</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>10,000 pictures of clothes, 1,000 of each kind.</source>
            <translation>10,000 張衣物圖片，每種 1,000 張。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Digits 8x8</source>
            <translation>手寫數字 8x8</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>1,797 handwritten digits of 64 pixels.</source>
            <translation>1,797 個 64 像素的手寫數字。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Iris</source>
            <translation>鳶尾花</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Three kinds of iris by four measurements of 150 flowers.</source>
            <translation>依 150 朵花的四項測量值區分三種鳶尾花。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Wine</source>
            <translation>葡萄酒</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Three cultivars by thirteen chemical measurements of 178 wines.</source>
            <translation>依 178 種酒的十三項化學測量值區分三個品種。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Breast cancer</source>
            <translation>乳癌</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Malignant or benign, by thirty measurements of 569 samples of cells.</source>
            <translation>依 569 份細胞樣本的三十項測量值判斷惡性或良性。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Diabetes</source>
            <translation>糖尿病</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Progression after a year, from ten values of 442 patients.</source>
            <translation>依 442 位患者的十項數值預測一年後的病情進展。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Auto MPG</source>
            <translation>汽車油耗 (Auto MPG)</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Miles per gallon of 392 cars from their data sheets.</source>
            <translation>依規格預測 392 輛汽車每加侖可行駛的英里數。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two moons</source>
            <translation>雙半月</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two interleaved half circles.</source>
            <translation>兩個交錯的半圓。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two circles</source>
            <translation>雙圓</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A small circle inside a large one.</source>
            <translation>大圓中的小圓。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Spirals</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Spiral arms around one centre.</source>
            <translation>圍繞同一中心的螺旋臂。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Exclusive or</source>
            <translation>互斥或 (XOR)</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Points at the corners of a square; equal corners are class 0.</source>
            <translation>正方形四角的點；相同的角為類別 0。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Parity</source>
            <translation>奇偶性</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Rows of bits: is the number of ones odd?</source>
            <translation>一列位元：1 的個數是否為奇數？</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Adding problem</source>
            <translation>加法問題</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>The sum of two marked numbers of a sequence.</source>
            <translation>序列中兩個標記數值的和。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Sine</source>
            <translation>正弦</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>One arch of a sine, with noise.</source>
            <translation>帶雜訊的一段正弦曲線。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Shapes</source>
            <translation>圖形</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Bright discs and squares in noise: which pixels are theirs?</source>
            <translation>雜訊中明亮的圓盤與方塊：哪些像素屬於它們？</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Pairs of digits</source>
            <translation>成對數字</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Two digits of 64 pixels each: do both show the same?</source>
            <translation>兩個各 64 像素的數字：兩者是否相同？</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Reversal</source>
            <translation>反轉序列</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A row of symbols, to be written from its end to its beginning.</source>
            <translation>一列符號，要由尾至頭寫出。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>CSV table</source>
            <translation>CSV 表格</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A table with a header row; one column is the target.</source>
            <translation>有標題列的表格；其中一欄為目標。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Image folder</source>
            <translation>影像資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A folder with one subfolder of images per class.</source>
            <translation>每個類別各有一個影像子資料夾的資料夾。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Images and masks</source>
            <translation>影像與遮罩</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A folder of images and one of masks, which belong together by their names.</source>
            <translation>一個影像資料夾與一個遮罩資料夾，依檔名互相對應。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>torchvision set</source>
            <translation>torchvision 資料集</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>MNIST, CIFAR and others as torchvision has laid them out on this disk.</source>
            <translation>torchvision 在此磁碟上存放的 MNIST、CIFAR 等資料集。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>NumPy archive</source>
            <translation>NumPy 封存檔</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Arrays written with numpy.savez, samples along axis 0.</source>
            <translation>以 numpy.savez 寫入的陣列，樣本沿軸 0 排列。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>PyTorch tensors</source>
            <translation>PyTorch 張量</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A .pt file with a mapping or a tuple of tensors, samples along axis 0.</source>
            <translation>含有張量對應或 tuple 的 .pt 檔案，樣本沿著第 0 軸。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Parquet table</source>
            <translation>Parquet 表格</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A table of columns with their types; one column is the target.</source>
            <translation>欄位帶有型別的表格；其中一欄是目標。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Hugging Face data set</source>
            <translation>Hugging Face 資料集</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>A data set of pictures or of columns that datasets.save_to_disk wrote.</source>
            <translation>由 datasets.save_to_disk 寫出的圖片或欄位資料集。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>Text as tokens: what comes next in it, or which class it is of.</source>
            <translation>以 token 表示的文字：預測接下來是什麼，或屬於哪個類別。</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>IDX files</source>
            <translation>IDX 檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>MNIST's own files, gzipped or not.</source>
            <translation>MNIST 自己的檔案，可為 gzip 壓縮。</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}, row {row}: {cell} in column {column} does not occur in the data trained on</source>
            <translation>{name}，第 {row} 列：欄位 {column} 的 {cell} 沒有出現在訓練資料中</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>take it out of inputs</source>
            <translation>請從 inputs 中移除</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>name some in inputs</source>
            <translation>請在 inputs 中列出一些</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>the classes are {known}</source>
            <translation>類別有 {known}</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: there is no column {name_2}</source>
            <translation>{name}：沒有 {name_2} 這一欄</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>its columns are {known}</source>
            <translation>其中的欄有 {known}</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: column {column} is both an input and the target</source>
            <translation>{name}：{column} 欄同時是輸入與目標</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: column {column} holds {categories} different texts (such as {odd})</source>
            <translation>{name}：{column} 欄有 {categories} 種不同的文字（例如 {odd}）</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>choose one target column</source>
            <translation>請選擇一個目標欄</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>mend it, or set task to classification</source>
            <translation>請修正，或將 task 設為 classification</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: no column is left as an input</source>
            <translation>{name}：沒有剩下可作為輸入的欄</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>a number is expected there</source>
            <translation>該處應為數字</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: several target columns must all be numbers, but {words} is a class</source>
            <translation>{name}：多個目標欄必須全是數值，但 {words} 是類別</translation>
        </message>
        <message>
            <location filename="../../train/data/table.py" />
            <source>{name}: the target {column} holds the text {cells}, which is no number</source>
            <translation>{name}：目標 {column} 含有文字 {cells}，不是數值</translation>
        </message>
        <message>
            <location filename="../../train/data/targets.py" />
            <source>split the data in a way that does not follow the target</source>
            <translation>請改用不依目標切分資料的方式</translation>
        </message>
        <message>
            <location filename="../../train/data/targets.py" />
            <source>the target {target} comes with other samples</source>
            <translation>目標 {target} 對應的是另一批樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>save tensors by name: torch.save({'inputs': x, 'targets': y}, 'data.pt')</source>
            <translation>請依名稱儲存張量：torch.save({'inputs': x, 'targets': y}, 'data.pt')</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>the tensor {name} says it has {claimed:,} bytes, but {there:,} are there</source>
            <translation>張量 {name} 自稱有 {claimed:,} 位元組，但實際只有 {there:,}</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>it holds {name}, which is more than a tensor</source>
            <translation>其中有 {name}，它不只是張量</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>this is no file that torch.save writes today, or it is cut off</source>
            <translation>這不是目前 torch.save 寫出的檔案，或檔案已被截斷</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>cannot be read ({reason})</source>
            <translation>無法讀取（{reason}）</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>it holds no tensors</source>
            <translation>其中沒有張量</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>the numbers of the tensor {name} are missing</source>
            <translation>缺少張量 {name} 的數值</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>the tensor {name} is damaged ({error})</source>
            <translation>張量 {name} 已損壞（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>the list of its tensors is damaged</source>
            <translation>張量清單已損壞</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>write the file again</source>
            <translation>請重新寫出檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>this archive holds no tensors</source>
            <translation>這個封存檔中沒有張量</translation>
        </message>
        <message>
            <location filename="../../train/data/tensor_file.py" />
            <source>it says more of itself than tensors need</source>
            <translation>它的說明資料超過張量所需</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}: holds no text</source>
            <translation>{name}：沒有文字</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>put .txt files into it, or a folder of them for each class</source>
            <translation>請放入 .txt 檔案，或為每個類別放一個資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}: it needs a column of texts and one of classes</source>
            <translation>{name}：需要一個文字欄位和一個類別欄位</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>name them: text: review, target: stars</source>
            <translation>請指明：text: review, target: stars</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}: the text is empty</source>
            <translation>{name}：文字是空的</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>write some into it</source>
            <translation>請寫入內容</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>the split goes by the token that comes next, so the vocabulary is taken from all samples, not only from those to train on</source>
            <translation>資料依下一個 token 劃分，因此詞彙表取自全部樣本，而不只是訓練樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>samples overlap where stride is less than length, so validate with a text of its own</source>
            <translation>stride 小於 length 時樣本會重疊，請以另一份文字驗證</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}, row {row}: the text is empty</source>
            <translation>{name}，第 {row} 列：文字是空的</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}/{classes}: holds no text</source>
            <translation>{name}/{classes}：沒有文字</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>add .txt files or remove the folder</source>
            <translation>請加入 .txt 檔案或移除資料夾</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}: {size:,} bytes of text are too many</source>
            <translation>{name}：{size:,} 位元組的文字太多</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>use a part of at most {most:,} bytes</source>
            <translation>請使用不超過 {most:,} 位元組的一部分</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>save it as UTF-8</source>
            <translation>請存成 UTF-8</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>{name}: has {count:,} tokens, too few for a length of {length}</source>
            <translation>{name}：有 {count:,} 個 token，不足以構成長度 {length}</translation>
        </message>
        <message>
            <location filename="../../train/data/text.py" />
            <source>set a smaller length</source>
            <translation>請設定較小的 length</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>{folder}/{name}: there is no such file</source>
            <translation>{folder}/{name}：沒有這個檔案</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>unpack the whole data set there; nothing is downloaded here</source>
            <translation>請將整個資料集解壓縮到那裡；這裡不會下載任何東西</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>{name}: is no batch of this data set ({why})</source>
            <translation>{name}：不是此資料集的批次檔（{why}）</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>unpack it again from the archive of its authors</source>
            <translation>請從作者提供的壓縮檔重新解壓縮</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>{dataset}: there is no folder {folder} in {root}</source>
            <translation>{dataset}：{root} 中沒有資料夾 {folder}</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>name the folder that torchvision was given as root; nothing is downloaded here</source>
            <translation>請指定給 torchvision 作為 root 的資料夾；這裡不會下載任何東西</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>it is too large</source>
            <translation>太大了</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>row {row}: {label} is no class</source>
            <translation>第 {row} 列：{label} 不是類別</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>it holds no names of classes</source>
            <translation>其中沒有類別名稱</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>it has not one picture of 3 x 96 x 96 for each label</source>
            <translation>並非每個標籤都有一張 3 x 96 x 96 的影像</translation>
        </message>
        <message>
            <location filename="../../train/data/torchvision_sets.py" />
            <source>it holds no pictures of 3 x 32 x 32 with labels</source>
            <translation>其中沒有附標籤的 3 x 32 x 32 影像</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>validation data</source>
            <translation>驗證資料</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>test data</source>
            <translation>測試資料</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>there is no data source {source}</source>
            <translation>沒有資料來源 {source}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <location filename="../../train/probe/samples.py" />
            <source>there are {sources}</source>
            <translation>可用的有 {sources}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>validation is so small a fraction that no sample is left to validate with</source>
            <translation>validation 的比例太小，沒有樣本可用來驗證</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>test is so small a fraction that no sample is left to test with</source>
            <translation>test 的比例太小，沒有樣本可用來測試</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>class {which} is in no sample to train on; a stratified split would keep it there</source>
            <translation>類別 {which} 沒有任何訓練樣本；分層分割會保留它</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>class {which} has one sample only</source>
            <translation>類別 {which} 只有一個樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>{name}: it has other inputs than the data to train on</source>
            <translation>{name}：它的輸入與訓練資料不同</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>{name}: its samples are {second}, but those to train on are {first}</source>
            <translation>{name}：它的樣本是 {second}，但訓練樣本是 {first}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>bring both to one shape</source>
            <translation>請將兩者調整為相同形狀</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>{name}: sample {row} is of class {which}, of which no sample is trained on</source>
            <translation>{name}：樣本 {row} 屬於類別 {which}，但訓練資料中沒有這個類別的樣本</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>the classes to train on are {classes}</source>
            <translation>訓練的類別有 {classes}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>all samples to train on are of class {which}</source>
            <translation>所有訓練樣本都屬於類別 {which}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>all samples to validate with are of class {which}</source>
            <translation>所有驗證樣本都屬於類別 {which}</translation>
        </message>
        <message>
            <location filename="../../train/data/whole.py" />
            <source>all samples to test with are of class {which}</source>
            <translation>所有測試樣本都屬於類別 {which}</translation>
        </message>
        <message>
            <location filename="../../train/devices.py" />
            <source>set device to auto or cpu</source>
            <translation>請將 device 設為 auto 或 cpu</translation>
        </message>
        <message>
            <location filename="../../train/devices.py" />
            <source>there is no device {wanted} here</source>
            <translation>這裡沒有裝置 {wanted}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/devices.py" />
            <source>process {number} needs a GPU of its own, and this machine has {n} GPUs</source>
            <translation>
                <numerusform>行程 {number} 需要自己的 GPU，而這台機器有 {n} 個 GPU</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/devices.py" />
            <source>train with fewer processes, or set device to cpu</source>
            <translation>減少行程數，或將 device 設為 cpu</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name} is the first whose gradient is NaN or infinite: numbers there have grown to {size:.1g}, and their products are larger than can be said</source>
            <translation>{name} 是第一個梯度為 NaN 或無限大的節點：那裡的數值已增長到 {size:.1g}，相乘後超出可表示的範圍</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name} is the first whose gradient is NaN or infinite: what it gives is finite, and its slope is not</source>
            <translation>{name} 是第一個梯度為 NaN 或無限大的節點：它的輸出是有限的，斜率卻不是</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>keep what arrives away from where the slope is infinite, as that of a root or a norm is at 0: add a small number</source>
            <translation>讓傳入的值遠離斜率無限大之處（例如平方根或範數在 0 的斜率）：加上一個小數</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>Use LeakyReLU</source>
            <translation>改用 LeakyReLU</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>NaN</source>
            <translation>NaN</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>infinite numbers</source>
            <translation>無限大的數值</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name} is the first to give {what}: {share:.2g} % of its output, though all that arrives is finite, from {low:.4g} to {high:.4g}</source>
            <translation>{name} 是第一個輸出 {what} 的節點：占其輸出的 {share:.2g} %，但傳入的值全都是有限的，從 {low:.4g} 到 {high:.4g}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>keep what it cannot take away from it (clamp, or add a small number), or lower the learning rate if the numbers grew too large</source>
            <translation>避免它收到無法處理的值（用 clamp，或加上一個小數），若數值變得太大則降低學習率</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name} is the first to give NaN: its own weights have become NaN or infinite</source>
            <translation>{name} 是第一個輸出 NaN 的節點：它自己的權重已變成 NaN 或無限大</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>lower the learning rate, or clip the gradient</source>
            <translation>降低學習率，或裁剪梯度</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name}: {share:.0f} % of its units give 0 for every sample, so they learn nothing any more</source>
            <translation>{name}：{share:.0f} % 的單元對每個樣本都輸出 0，因此再也學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>lower the learning rate, look at the first values of the layer before it, or use LeakyReLU</source>
            <translation>降低學習率、檢查前一層的初始值，或改用 LeakyReLU</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name}: {share:.0f} % of what it gives is at the end of its range, where it lets hardly any gradient through; what arrives is about {size:.3g} in size</source>
            <translation>{name}：{share:.0f} % 的輸出位於值域的邊緣，幾乎不讓梯度通過；傳入的值大小約為 {size:.3g}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>normalise what comes in (BatchNorm, LayerNorm), start from smaller weights, or use another activation</source>
            <translation>將傳入的值標準化（BatchNorm、LayerNorm）、從較小的權重開始，或改用其他激活函數</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>Use PyTorch's own first values</source>
            <translation>使用 PyTorch 本身的初始值</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name}: with its first values it makes what arrives {gain:.3g} times larger, so outputs and gradients explode</source>
            <translation>{name}：它的初始值使傳入的值放大 {gain:.3g} 倍，因此輸出與梯度會爆炸</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>start from smaller values: PyTorch's own, or Kaiming's for layers before a ReLU</source>
            <translation>從較小的值開始：PyTorch 本身的初始值，ReLU 之前的層則用 Kaiming</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>{name}: its probabilities go into CrossEntropyLoss, which applies a softmax itself: the gradient is small and the loss cannot fall to 0</source>
            <translation>{name}：它的機率送進 CrossEntropyLoss，而後者本身就會套用 softmax：梯度會很小，損失也無法降到 0</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/activations.py" />
            <source>leave the softmax out, and let the network give its scores</source>
            <translation>略過 softmax，讓網路直接輸出分數</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>{name} learns nothing: no way leads from it to the loss</source>
            <translation>{name} 學不到東西：沒有任何路徑從它通到損失</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>wire it to an Output that the loss looks at, or take it away</source>
            <translation>將它連到損失所使用的 Output，或移除它</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>take it off the way from the layers to the loss, or freeze them if that is meant</source>
            <translation>將它從這些層到損失的路徑上移除；若這是有意的，請凍結這些層</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>{name}: the gradient that reaches it is {times:.1g} times that of {other}, so it learns next to nothing</source>
            <translation>{name}：傳到它的梯度只有 {other} 的 {times:.1g} 倍，因此幾乎學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>use ReLU instead of sigmoid or tanh, add normalisation or skip connections, or fewer layers</source>
            <translation>以 ReLU 取代 sigmoid 或 tanh、加入正規化或跳接，或減少層數</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>Make {name} a ReLU</source>
            <translation>將 {name} 改為 ReLU</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>{name} lets no gradient through, so {names} learn nothing</source>
            <translation>{name} 不讓梯度通過，因此 {names} 學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>{name} lets no gradient through, so {names} learns nothing</source>
            <translation>{name} 不讓梯度通過，因此 {names} 學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>{name} learns nothing: {cutter} cuts it off from the gradient</source>
            <translation>{name} 學不到東西：{cutter} 切斷了它的梯度</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/gradients.py" />
            <source>see {name}</source>
            <translation>請看 {name}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>look at some samples with their labels in the Data tab: one may have been shuffled without the other; if they are right, train longer or add layers</source>
            <translation>請在「資料」分頁檢視一些樣本及其標籤：可能其中一方被單獨打亂了；若標籤正確，請訓練更久或增加層數</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: the learning rate {rate:.3g} is far too high: one step changes the weights by {ratio:,.0f} % of themselves, and the loss does not fall</source>
            <translation>{name}：學習率 {rate:.3g} 太高了：一步就使權重改變了自身的 {ratio:,.0f} %，而損失沒有下降</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: the learning rate {rate:.3g} is far too low: one step changes the weights by {ratio:.1g} % of themselves, and no more anywhere else</source>
            <translation>{name}：學習率 {rate:.3g} 太低了：一步只使權重改變自身的 {ratio:.1g} %，其他地方也不會更多</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>Set lr to {rate}</source>
            <translation>將 lr 設為 {rate}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>set it to about {rate:.3g}</source>
            <translation>請設為約 {rate:.3g}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>normalise the data, or put a BatchNorm first</source>
            <translation>將資料標準化，或在最前面放一個 BatchNorm</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: the loss stays at that of guessing ({chance:.3g}) though the weights move, and samples that are alike have targets no more alike than by chance (correlation {share:.2f}): the targets may not be those of their samples</source>
            <translation>{name}：權重雖有變動，損失卻停在猜測的水準（{chance:.3g}），而且相似樣本的目標值並不比隨機更相近（相關係數 {share:.2f}）：目標可能不屬於各自的樣本</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: the loss stays at that of guessing ({chance:.3g}) though the weights move, and samples that are alike have the same label no more often than by chance ({share:.0f} %): the labels may not be those of their samples</source>
            <translation>{name}：權重有在變動，損失卻停留在亂猜的水準（{chance:.3g}），而相似的樣本具有相同標籤的比例並不比隨機高（{share:.0f} %）：這些標籤可能不屬於各自的樣本</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name} does not learn, though nothing in the project says that it is frozen</source>
            <translation>{name} 沒有在學習，但專案中並沒有說它被凍結</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>look for requires_grad in its code, or say trainable: false if it is meant</source>
            <translation>請檢查其程式碼中的 requires_grad；若是有意的，請寫明 trainable: false</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name} is frozen at the random values it started with, so it never learns anything</source>
            <translation>{name} 被凍結在一開始的隨機值上，因此永遠學不到東西</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>unfreeze it, or load trained weights into it</source>
            <translation>解除凍結，或載入訓練好的權重</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: the data goes in as it is, from {low:.4g} to {high:.4g} (mean {mean:.3g}, deviation {std:.3g}); layers start out for numbers around 0 of size 1</source>
            <translation>{name}：資料未經處理就送入，從 {low:.4g} 到 {high:.4g}（平均 {mean:.3g}，標準差 {std:.3g}）；各層的初始值是為 0 附近、大小約 1 的數值準備的</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>{name}: its numbers differ by next to nothing (deviation {std:.2g}), so the first layer can hardly tell samples apart</source>
            <translation>{name}：其數值幾乎沒有差異（標準差 {std:.2g}），因此第一層幾乎無法區分樣本</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>Unfreeze {name}</source>
            <translation>解除凍結 {name}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/learning.py" />
            <source>Set normalize to {value}</source>
            <translation>將 normalize 設為 {value}</translation>
        </message>
        <message>
            <location filename="../../train/diagnosis/retracing.py" />
            <source>every node gives numbers there, so it is the loss itself that does not</source>
            <translation>那裡每個節點給出的都是數值，因此是損失本身不是數值</translation>
        </message>
        <message>
            <location filename="../../train/dropouts.py" />
            <source>the network has no layer with dropout</source>
            <translation>網路沒有帶 dropout 的層</translation>
        </message>
        <message>
            <location filename="../../train/dropouts.py" />
            <source>{rate} is no dropout rate: it lies from 0 to below 1</source>
            <translation>{rate} 不是 dropout 比率：應為 0 到小於 1</translation>
        </message>
        <message>
            <location filename="../../train/dropouts.py" />
            <source>{nodes} fits no layer with dropout</source>
            <translation>{nodes} 不符合任何帶 dropout 的層</translation>
        </message>
        <message>
            <location filename="../../train/dropouts.py" />
            <source>add a Dropout, and start a new run</source>
            <translation>請加入 Dropout，並開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>then resume the run: all up to step {step} is kept</source>
            <translation>然後繼續這次訓練：第 {step} 步以前的一切都保留著</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>at step {step}, in epoch {epoch}</source>
            <translation>在週期 {epoch} 的第 {step} 步</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>on the validation data after epoch {epoch}</source>
            <translation>在週期 {epoch} 後的驗證資料上</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>stopped after epoch {epoch}, as it was asked to</source>
            <translation>已依要求在週期 {epoch} 後停止</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>this run keeps no checkpoints</source>
            <translation>這次執行不保留檢查點</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>the checkpoint belongs to another network, optimizer, schedule or average</source>
            <translation>檢查點屬於另一個網路、最佳化器、排程或平均</translation>
        </message>
        <message>
            <location filename="../../train/engine.py" />
            <source>put them back to what they were, or start a new run</source>
            <translation>請將它們改回原狀，或開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/failing.py" />
            <source>no reason given</source>
            <translation>沒有說明原因</translation>
        </message>
        <message>
            <location filename="../../train/failing.py" />
            <source>PyTorch could not take this step: {first}</source>
            <translation>PyTorch 無法執行這一步：{first}</translation>
        </message>
        <message>
            <location filename="../../train/failing.py" />
            <source>there was not enough memory</source>
            <translation>記憶體不足</translation>
        </message>
        <message>
            <location filename="../../train/failing.py" />
            <source>lower batch_size, use smaller layers, or close other programs</source>
            <translation>請降低 batch_size、使用較小的層，或關閉其他程式</translation>
        </message>
        <message>
            <location filename="../../train/freezing.py" />
            <source>{nodes} fits no layer with weights</source>
            <translation>{nodes} 不符合任何有權重的層</translation>
        </message>
        <message>
            <location filename="../../train/freezing.py" />
            <source>use a layer's name, or a pattern: conv*</source>
            <translation>請使用層的名稱，或樣式：conv*</translation>
        </message>
        <message>
            <location filename="../../train/freezing.py" />
            <source>nothing would be left to learn</source>
            <translation>會沒有剩下可學習的</translation>
        </message>
        <message>
            <location filename="../../train/freezing.py" />
            <source>freeze fewer layers</source>
            <translation>請凍結較少的層</translation>
        </message>
        <message>
            <location filename="../../train/freezing.py" />
            <source>LBFGS takes no parameters in while it runs</source>
            <translation>LBFGS 執行時不接受新的參數</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/group_edits.py" />
            <source>Put {n} layers into {group}</source>
            <translation>
                <numerusform>將 {n} 個層放進 {group}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/group_edits.py" />
            <source>Add parameter group</source>
            <translation>新增參數群組</translation>
        </message>
        <message>
            <location filename="../../train/group_edits.py" />
            <source>Decay on bias and norm again</source>
            <translation>bias 與 norm 恢復衰減</translation>
        </message>
        <message>
            <location filename="../../train/group_edits.py" />
            <source>Set lr to {rate:g}</source>
            <translation>將 lr 設為 {rate:g}</translation>
        </message>
        <message>
            <location filename="../../train/grouping.py" />
            <source>no layer yet</source>
            <translation>還沒有層</translation>
        </message>
        <message>
            <location filename="../../train/grouping.py" />
            <source>{kinds} of {nodes}</source>
            <translation>{nodes} 的 {kinds}</translation>
        </message>
        <message>
            <location filename="../../train/grouping.py" />
            <source>no decay</source>
            <translation>不衰減</translation>
        </message>
        <message>
            <location filename="../../train/helm.py" />
            <source>stopped by the user</source>
            <translation>由使用者停止</translation>
        </message>
        <message>
            <location filename="../../train/helm.py" />
            <source>there is no command {name}</source>
            <translation>沒有命令 {name}</translation>
        </message>
        <message>
            <location filename="../../train/inspection.py" />
            <source>{path}: the file has no values for it</source>
            <translation>{path}：檔案中沒有它的值</translation>
        </message>
        <message>
            <location filename="../../train/inspection.py" />
            <source>{path}: there is no such tensor in this network</source>
            <translation>{path}：此網路中沒有這個張量</translation>
        </message>
        <message>
            <location filename="../../train/inspection.py" />
            <source>look at those of a file instead</source>
            <translation>請改看檔案中的權重</translation>
        </message>
        <message>
            <location filename="../../train/inspection.py" />
            <source>drawing all weights to look at them would take {size:.1f} GiB</source>
            <translation>為了檢視而抽取所有權重需要 {size:.1f} GiB</translation>
        </message>
        <message>
            <location filename="../../train/judging.py" />
            <source>one batch was not learned by heart, so something is wrong</source>
            <translation>沒有背下一個批次，因此有問題</translation>
        </message>
        <message>
            <location filename="../../train/judging.py" />
            <source>look at the learning rate first, then at targets, loss and layers; Dropout and few epochs may be to blame, too</source>
            <translation>請先檢查學習率，再檢查目標、損失與各層；也可能是 Dropout 或週期太少所致</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/judging.py" />
            <source>early stopping: {name} has not got better than {mark:.4g} for {n} epochs</source>
            <translation>
                <numerusform>提早停止：{name} 連續 {n} 個週期沒有優於 {mark:.4g}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/keeping.py" />
            <location filename="../../train/run_folder.py" />
            <source>make room on the disk and resume: earlier checkpoints are whole</source>
            <translation>請在磁碟上騰出空間後繼續：較早的檢查點是完整的</translation>
        </message>
        <message>
            <location filename="../../train/keeping.py" />
            <source>{path}: the checkpoint cannot be written ({reason}); the run ends here</source>
            <translation>{path}：無法寫入檢查點（{reason}）；執行在此結束</translation>
        </message>
        <message>
            <location filename="../../train/line_server.py" />
            <source>this request is too long</source>
            <translation>這個要求太長</translation>
        </message>
        <message>
            <location filename="../../train/looking/server.py" />
            <source>there is not enough memory for this data</source>
            <translation>記憶體不足以處理這份資料</translation>
        </message>
        <message>
            <location filename="../../train/looking/server.py" />
            <source>this data cannot be looked at</source>
            <translation>無法檢視這份資料</translation>
        </message>
        <message>
            <location filename="../../train/looking/vary.py" />
            <source>there is no sample to train on</source>
            <translation>沒有可供訓練的樣本</translation>
        </message>
        <message>
            <location filename="../../train/matching_answer.py" />
            <source>{problem} When that is mended, this says what of the file fits.</source>
            <translation>{problem}修正之後，這裡會說明檔案中哪些內容相符。</translation>
        </message>
        <message>
            <location filename="../../train/matching_answer.py" />
            <source>The canvas is empty: draw or open the network that these weights belong to, and drop the file again.</source>
            <translation>畫布是空的：請繪製或開啟這些權重所屬的網路，然後再次拖放該檔案。</translation>
        </message>
        <message>
            <location filename="../../train/mates.py" />
            <source>process {number} of {size}: {message}</source>
            <translation>行程 {number}（共 {size} 個）：{message}</translation>
        </message>
        <message>
            <location filename="../../train/mates.py" />
            <source>one of the {size} processes has gone</source>
            <translation>{size} 個行程中有一個已經結束</translation>
        </message>
        <message>
            <location filename="../../train/mates.py" />
            <source>process {number} of {size} does not answer any more, and the others wait for it</source>
            <translation>行程 {number}（共 {size} 個）不再回應，其他行程正在等它</translation>
        </message>
        <message>
            <location filename="../../train/mates.py" />
            <source>wait, or stop the run: the last checkpoint is whole, and resuming goes on from it</source>
            <translation>請等待，或停止這次訓練：最後一個檢查點是完整的，繼續訓練會從那裡接續</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Share of samples whose class is among the {k} with the highest scores.</source>
            <translation>類別落在分數最高的 {k} 個之中的樣本比例。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>What training makes smaller.</source>
            <translation>訓練要降低的數值。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Share of samples whose class has the highest score.</source>
            <translation>正確類別得分最高的樣本比例。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Of what is said to be a class, the share that is; the mean over classes.</source>
            <translation>被判為某類別者之中確實屬於該類別的比例；取各類別的平均。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Of what is a class, the share that is found; the mean over classes.</source>
            <translation>屬於某類別者之中被找出的比例；取各類別的平均。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Harmonic mean of precision and recall of a class; the mean over classes.</source>
            <translation>每個類別的 precision 與 recall 的調和平均；取各類別的平均。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>How often a sample of a class has a higher score for it than one of another; the mean over classes.</source>
            <translation>某類別的樣本在該類別的分數高於其他類別樣本的機率；取各類別的平均。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Among how many equally likely classes the network wavers.</source>
            <translation>網路相當於在多少個機率相同的類別之間猶豫。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Mean distance from the target, in its own unit.</source>
            <translation>與目標的平均距離，以目標自己的單位表示。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Root of the mean squared distance from the target, in its own unit.</source>
            <translation>與目標距離平方平均的平方根，以目標自己的單位表示。</translation>
        </message>
        <message>
            <location filename="../../train/metric_names.py" />
            <source>Share of the target's variance that is explained.</source>
            <translation>目標變異數被解釋的比例。</translation>
        </message>
        <message>
            <location filename="../../train/objective.py" />
            <source>{type} does not accept its arguments: {error}</source>
            <translation>{type} 不接受其引數：{error}</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>the network has no parameters to train</source>
            <translation>網路沒有可訓練的參數</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>add a layer with weights, such as Linear</source>
            <translation>請加入有權重的層，例如 Linear</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>every parameter group is frozen</source>
            <translation>每個參數群組都凍結了</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>let one of them learn</source>
            <translation>至少讓其中一個學習</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>change optimizer in training</source>
            <translation>請更改 training 中的 optimizer</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>paint layers on the canvas, or write their names or a pattern such as conv*</source>
            <translation>請在畫布上塗選各層，或寫下名稱或 conv* 這樣的樣式</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>use a layer's name, a frame's name, or a pattern such as conv*</source>
            <translation>請使用層的名稱、外框的名稱，或如 conv* 的樣式</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>{group} has no layer yet</source>
            <translation>{group} 還沒有任何層</translation>
        </message>
        <message>
            <location filename="../../train/optimization.py" />
            <source>the parameter group {nodes} fits no layer with weights</source>
            <translation>參數群組 {nodes} 不符合任何有權重的層</translation>
        </message>
        <message>
            <location filename="../../train/place.py" />
            <source>WORLD_SIZE says that several processes train, but not which this is ({error})</source>
            <translation>WORLD_SIZE 表示有多個行程在訓練，但沒有說明這是哪一個（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/place.py" />
            <source>start them by torchrun, or take WORLD_SIZE out of the environment</source>
            <translation>用 torchrun 啟動它們，或從環境中移除 WORLD_SIZE</translation>
        </message>
        <message>
            <location filename="../../train/precision.py" />
            <source>the CPU does not compute every layer in float16: bfloat16 is used</source>
            <translation>CPU 無法以 float16 計算每一層：改用 bfloat16</translation>
        </message>
        <message>
            <location filename="../../train/predictions/answering.py" />
            <source>what this network says cannot be told as a class or as numbers</source>
            <translation>這個網路的輸出無法表示為類別或數值</translation>
        </message>
        <message>
            <location filename="../../train/predictions/answering.py" />
            <source>look at its outputs with probe</source>
            <translation>請用 probe 查看它的輸出</translation>
        </message>
        <message>
            <location filename="../../train/predictions/answering.py" />
            <source>set data.validation, or name an input</source>
            <translation>請設定 data.validation，或指定輸入</translation>
        </message>
        <message>
            <location filename="../../train/predictions/answering.py" />
            <source>choose another input</source>
            <translation>請選擇其他輸入</translation>
        </message>
        <message>
            <location filename="../../train/predictions/answering.py" />
            <source>the network cannot be run on this: {first}</source>
            <translation>網路無法處理這個輸入：{first}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/preview.py" />
            <source>When it acts depends on the run. This is how it would, if the loss got better through the first {n} epochs and then no more</source>
            <translation>
                <numerusform>它何時作用取決於訓練過程。這裡顯示的是：假如損失在前 {n} 個週期持續改善，之後不再改善</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/preview.py" />
            <source>the first {shown:,} of {units:,} steps</source>
            <translation>{units:,} 步中的前 {shown:,} 步</translation>
        </message>
        <message>
            <location filename="../../train/probe/compiling.py" />
            <source>fresh weights</source>
            <translation>新抽取的權重</translation>
        </message>
        <message>
            <location filename="../../train/probe/compiling.py" />
            <source>there is no network yet</source>
            <translation>還沒有網路</translation>
        </message>
        <message>
            <location filename="../../train/probe/compiling.py" />
            <source>draw one</source>
            <translation>請畫一個</translation>
        </message>
        <message>
            <location filename="../../train/probe/compiling.py" />
            <source>{name}, {words}</source>
            <translation>{name}，{words}</translation>
        </message>
        <message>
            <location filename="../../train/probe/pictures.py" />
            <source>choose random numbers</source>
            <translation>請選擇隨機數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/pictures.py" />
            <source>{channels} channels are expected, a picture has 1 or 3</source>
            <translation>需要 {channels} 個通道，圖片有 1 或 3 個</translation>
        </message>
        <message>
            <location filename="../../train/probe/pictures.py" />
            <source>choose a PNG or JPEG file</source>
            <translation>請選擇 PNG 或 JPEG 檔案</translation>
        </message>
        <message>
            <location filename="../../train/probe/pictures.py" />
            <source>{name}: cannot be read as an image</source>
            <translation>{name}：無法讀取為影像</translation>
        </message>
        <message>
            <location filename="../../train/probe/pictures.py" />
            <source>{name}: {width} x {height} is too large</source>
            <translation>{name}：{width} x {height} 太大</translation>
        </message>
        <message>
            <location filename="../../train/probe/request.py" />
            <source>a batch has 1 to 4096 samples</source>
            <translation>一個批次有 1 到 4096 個樣本</translation>
        </message>
        <message>
            <location filename="../../train/probe/request.py" />
            <source>choose such a number</source>
            <translation>請選擇這樣的數</translation>
        </message>
        <message>
            <location filename="../../train/probe/request.py" />
            <source>a size is a number from 1 to 100,000</source>
            <translation>大小是 1 到 100,000 的數</translation>
        </message>
        <message>
            <location filename="../../train/probe/request.py" />
            <source>what is to be probed makes no sense</source>
            <translation>要探測的內容沒有意義</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>it gave no reason</source>
            <translation>它沒有說明原因</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>{name}: </source>
            <translation>{name}：</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>{where}PyTorch refuses to run it: {said}</source>
            <translation>{where}PyTorch 拒絕執行：{said}</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>choose another sample or size</source>
            <translation>請選擇其他樣本或大小</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>{where}train mode needs more than one sample</source>
            <translation>{where}訓練模式需要多於一個樣本</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>choose a larger batch</source>
            <translation>請選擇較大的批次</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>{where}a number that arrives is no index of it</source>
            <translation>{where}到達的某個數不是它的索引</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>choose smaller numbers</source>
            <translation>請選擇較小的數</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <source>{where}there is not enough memory</source>
            <translation>{where}記憶體不足</translation>
        </message>
        <message>
            <location filename="../../train/probe/run.py" />
            <location filename="../../train/probe/samples.py" />
            <source>choose a smaller batch</source>
            <translation>請選擇較小的批次</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>choose another source for it</source>
            <translation>請為它選擇其他來源</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{split} sample {index} of {source}</source>
            <translation>{source} 的{split}樣本 {index}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>the data set</source>
            <translation>資料集</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>a picture has channels, height and width, {shape} arrives here</source>
            <translation>圖片有通道、高與寬，但這裡到達的是 {shape}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>choose random or typed numbers</source>
            <translation>請選擇隨機或輸入的數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>the picture</source>
            <translation>圖片</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>scaled as {source} is</source>
            <translation>縮放方式與 {source} 相同</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>random whole numbers below {high}, seed {seed}</source>
            <translation>小於 {high} 的隨機整數，種子 {seed}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>whole numbers are expected here</source>
            <translation>這裡需要整數</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>type numbers without a point</source>
            <translation>請輸入沒有小數點的數</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{shape} is expected, {counted} of shape {shape_2} came from {what}</source>
            <translation>需要 {shape}，但從{what}得到形狀 {shape_2} 的{counted}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>give {counted} for one sample</source>
            <translation>請為一個樣本提供{counted}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>choose another source, or change the shape of the Input</source>
            <translation>請選擇其他來源，或更改 Input 的形狀</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>its shape is not known yet</source>
            <translation>其形狀還不知道</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>set the shape of the Input</source>
            <translation>請設定 Input 的形狀</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{n:,} numbers are too many</source>
            <translation>{n:,} 個數太多</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>no file was chosen</source>
            <translation>沒有選擇檔案</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>choose one</source>
            <translation>請選擇一個</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>there is no source {source}</source>
            <translation>沒有來源 {source}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>a number of the sample is none</source>
            <translation>樣本中有個數不是數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>check index and seed</source>
            <translation>請檢查索引與種子</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{source} has {counted}, this is the {position}th Input</source>
            <translation>{source} 有{counted}，這是第 {position} 個 Input</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>there is no {split} sample {index}</source>
            <translation>沒有{split}樣本 {index}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>they count from 0 to {count}</source>
            <translation>編號從 0 到 {count}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>pixels from 0 to 1</source>
            <translation>像素從 0 到 1</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>random numbers, seed {seed}</source>
            <translation>隨機數值，種子 {seed}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>save one array as .npy</source>
            <translation>請將一個陣列存成 .npy</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>save it with numpy.save</source>
            <translation>請以 numpy.save 儲存</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{shape} is expected, {shape_2} comes from {what}</source>
            <translation>需要 {shape}，但{what}提供 {shape_2}</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{text}: there is no such file</source>
            <translation>{text}：沒有這個檔案</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{name}: holds several arrays</source>
            <translation>{name}：含有多個陣列</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{name}: {size:,} numbers are too many</source>
            <translation>{name}：{size:,} 個數太多</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{name}: holds {dtype}, not numbers</source>
            <translation>{name}：內容是 {dtype}，不是數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>{name}: cannot be read as an .npy file</source>
            <translation>{name}：無法讀取為 .npy 檔案</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/probe/samples.py" />
            <source>{n:,} numbers</source>
            <translation>
                <numerusform> {n:,} 個數</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/probe/samples.py" />
            <source>typed numbers</source>
            <translation>輸入的數值</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/probe/samples.py" />
            <source>{n:,} inputs</source>
            <translation>
                <numerusform> {n:,} 個輸入</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/probe/seen.py" />
            <source>left out by its condition: what arrives goes through</source>
            <translation>因條件而略過：輸入直接通過</translation>
        </message>
        <message>
            <location filename="../../train/probe/seen.py" />
            <source>not computed: it leads to no Output</source>
            <translation>未計算：它不通往任何 Output</translation>
        </message>
        <message>
            <location filename="../../train/probe/seen.py" />
            <source>nothing arrives here</source>
            <translation>這裡沒有輸入</translation>
        </message>
        <message>
            <location filename="../../train/probe/seen.py" />
            <source>what arrives here was not computed</source>
            <translation>到達這裡的內容未經計算</translation>
        </message>
        <message>
            <location filename="../../train/probe/server.py" />
            <source>there is not enough memory for this sample</source>
            <translation>記憶體不足以容納這個樣本</translation>
        </message>
        <message>
            <location filename="../../train/probe/server.py" />
            <source>this network could not be run</source>
            <translation>無法執行這個網路</translation>
        </message>
        <message>
            <location filename="../../train/probe/summary.py" />
            <source>{shape} x {shape_2} of {sizes} numbers</source>
            <translation>{sizes} 個數中的 {shape} x {shape_2}</translation>
        </message>
        <message>
            <location filename="../../train/probe/summary.py" />
            <source>input channel 0 of {shape}</source>
            <translation>{shape} 個輸入通道中的第 0 個</translation>
        </message>
        <message>
            <location filename="../../train/probe/summary.py" />
            <source>slice {middle} of {shape}</source>
            <translation>{shape} 個切片中的第 {middle} 個</translation>
        </message>
        <message>
            <location filename="../../train/probe/summary.py" />
            <source>{most_channels} of {count} channels</source>
            <translation>{count} 個通道中的 {most_channels} 個</translation>
        </message>
        <message>
            <location filename="../../train/probe/summary.py" />
            <source>shown at {size} x {size_2} of {height} x {width}</source>
            <translation>以 {size} x {size_2} 顯示 {height} x {width}</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>this is too much to be typed</source>
            <translation>內容太多，無法輸入</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>put the numbers into an .npy file</source>
            <translation>請將數值放進 .npy 檔案</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>no number was typed</source>
            <translation>沒有輸入數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>type numbers such as 0.5, -1, 2</source>
            <translation>請輸入如 0.5, -1, 2 的數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>a bracket is not closed</source>
            <translation>有括號沒有閉合</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>add ] at the end</source>
            <translation>請在結尾加上 ]</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>a pair of brackets is empty</source>
            <translation>有一對括號是空的</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>write numbers between them</source>
            <translation>請在其中寫入數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>numbers and lists stand side by side</source>
            <translation>數值與清單並列</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>put every row in brackets</source>
            <translation>請將每一列放進括號</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>make all rows equally long</source>
            <translation>請讓所有列一樣長</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>the brackets are nested too deeply</source>
            <translation>括號的巢狀層數太深</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>use fewer brackets</source>
            <translation>請使用較少的括號</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>{shown} is not a number</source>
            <translation>{shown} 不是數值</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <location filename="../../graph/yaml_events.py" />
            <source>remove it</source>
            <translation>請移除它</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>row 1 has {first} entries, row {index} has {other}</source>
            <translation>第 1 列有 {first} 項，第 {index} 列有 {other} 項</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>row {index} is not nested as row 1 is</source>
            <translation>第 {index} 列的巢狀結構與第 1 列不同</translation>
        </message>
        <message>
            <location filename="../../train/probe/typed.py" />
            <source>a {piece} closes nothing</source>
            <translation>{piece} 沒有對應的開頭</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected a whole number from {low} to {high}, not {value}</source>
            <translation>應為 {low} 到 {high} 的整數，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected {expected}, not {value}</source>
            <translation>應為{expected}，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected {length} values, not {value}</source>
            <translation>應有 {length} 個值，而非 {value} 個</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{text} gives {result}, which is no factor</source>
            <translation>{text} 得到 {result}，不是倍數</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../graph/catalog/arguments.py" />
            <source>text</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{words} from {low:g} to {high:g}</source>
            <translation>{low:g} 到 {high:g} 的{words}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{words} of at least {low:g}</source>
            <translation>至少 {low:g} 的{words}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{words} of at most {high:g}</source>
            <translation>至多 {high:g} 的{words}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>Remove {path}</source>
            <translation>移除 {path}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>Set {path} to {shown}</source>
            <translation>將 {path} 設為 {shown}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected keys with values, not {value}</source>
            <translation>應為帶有值的鍵，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected true or false, not {value}</source>
            <translation>應為 true 或 false，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>none is named; there are {known}</source>
            <translation>沒有指定；可用的有 {known}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../train/reading_loss.py" />
            <location filename="../../train/runs/listing.py" />
            <source>did you mean {near}?</source>
            <translation>您是指 {near} 嗎？</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../train/reading_loss.py" />
            <source>there is no {value}; {hint}</source>
            <translation>沒有 {value}；{hint}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>expected {expected}, not null</source>
            <translation>應為{expected}，而非 null</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>there is no {item} (there are {choices}){hint}</source>
            <translation>沒有 {item}（可用的有 {choices}）{hint}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{strangers} means nothing here; an expression can use epoch</source>
            <translation>{strangers} 在這裡沒有意義；運算式可使用 epoch</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../graph/project_edits.py" />
            <source>Change training</source>
            <translation>更改訓練</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>there is no key {key}; {hint}</source>
            <translation>沒有 {key} 這個鍵；{hint}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../graph/style.py" />
            <location filename="../../graph/validate.py" />
            <location filename="../../graph/validate_initialize.py" />
            <location filename="../../graph/validate_unroll.py" />
            <source>; did you mean {near}?</source>
            <translation>；您是指 {near} 嗎？</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../graph/catalog/arguments.py" />
            <source>a whole number</source>
            <translation>整數</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>whole numbers</source>
            <translation>多個整數</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>a whole number or a pair of them</source>
            <translation>一個整數或一對整數</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>a number or a list of numbers</source>
            <translation>一個數或數的清單</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <location filename="../../graph/catalog/arguments.py" />
            <source>true or false</source>
            <translation>true 或 false</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>one of {choices}</source>
            <translation>{choices} 其中之一</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>{type} needs {name}</source>
            <translation>{type} 需要 {name}</translation>
        </message>
        <message>
            <location filename="../../train/reader.py" />
            <source>Rename key</source>
            <translation>重新命名鍵</translation>
        </message>
        <message>
            <location filename="../../train/reading.py" />
            <source>there is no device {value}; there are auto, cpu, cuda, cuda:0, mps</source>
            <translation>沒有裝置 {value}；可用的有 auto、cpu、cuda、cuda:0、mps</translation>
        </message>
        <message>
            <location filename="../../train/reading.py" />
            <source>expected a whole number from 1 to {most}, or all, not {value}</source>
            <translation>應為 1 到 {most} 的整數或 all，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading.py" />
            <source>weights are read from a file: path: trained.safetensors</source>
            <translation>權重從檔案讀取：path: trained.safetensors</translation>
        </message>
        <message>
            <location filename="../../train/reading.py" />
            <source>match is name, order, or a table of names</source>
            <translation>match 是 name、order，或名稱對照表</translation>
        </message>
        <message>
            <location filename="../../train/reading_augment.py" />
            <source>expected a list such as {example}</source>
            <translation>應為清單，例如 {example}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>expected true, false or auto, not {value}</source>
            <translation>應為 true、false 或 auto，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>{name} knows only 'inputs' here, not {said}</source>
            <translation>{name} 在這裡只知道 'inputs'，不知道 {said}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>expected a fraction from 0 to below 1, not {value}</source>
            <translation>應為 0 到小於 1 的比例，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>validation and test together leave no sample to train on</source>
            <translation>validation 與 test 合起來之後，沒有樣本可供訓練</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>{source} has no files of its own, so this is a fraction</source>
            <translation>{source} 沒有自己的檔案，因此這裡是比例</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>files of its own are named so: {example}</source>
            <translation>另外的檔案這樣寫：{example}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>expected the name of a column or an array, not {value}</source>
            <translation>應為欄位或陣列的名稱，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_data.py" />
            <source>a split goes by groups or by classes, not by both</source>
            <translation>分割只能依群組或依類別，不能兩者並用</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>A weight for each class, or balanced: the rarer a class is, the more it counts</source>
            <translation>每個類別一個權重，或 balanced：越少見的類別越重</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>a loss among several names what it compares: output: scores</source>
            <translation>多個損失之一必須寫出它比較的對象：output: scores</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>expected a number, not {value}</source>
            <translation>應為數字，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>expected the name of a column or array, or inputs, not {value}</source>
            <translation>應為欄位或陣列的名稱，或 inputs，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>a list of losses has one for each output, as {output: scores, type: MSELoss}</source>
            <translation>損失清單的每一項對應一個輸出，例如 {output: scores, type: MSELoss}</translation>
        </message>
        <message>
            <location filename="../../train/reading_loss.py" />
            <source>weight says how much this loss counts; those of classes are class_weight</source>
            <translation>weight 表示這個損失所占的比重；類別的權重請用 class_weight</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>a group names its layers: nodes: "classifier.*"</source>
            <translation>群組要指出其層：nodes: "classifier.*"</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>expected a name, not {value}</source>
            <translation>應為名稱，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>expected names and patterns of layers, not {value}</source>
            <translation>應為層的名稱與樣式，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>expected a list of {kinds}</source>
            <translation>應為 {kinds} 的清單</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>{parts} parts need {parts_2} milestones, one where each next begins</source>
            <translation>{parts} 個部分需要 {parts_2} 個 milestones，各在下一部分開始之處</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>expected a list</source>
            <translation>應為清單</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>schedules are nested too deep</source>
            <translation>排程的巢狀層數太深</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>{name} needs its parts: {example}</source>
            <translation>{name} 需要其各部分：{example}</translation>
        </message>
        <message>
            <location filename="../../train/reading_optimizer.py" />
            <source>{name} cannot contain {part}</source>
            <translation>{name} 不能包含 {part}</translation>
        </message>
        <message>
            <location filename="../../train/reading_regularity.py" />
            <source>expected a decay from 0 to below 1, not {decay}</source>
            <translation>衰減率應為 0 到小於 1，而非 {decay}</translation>
        </message>
        <message>
            <location filename="../../train/reading_regularity.py" />
            <source>expected a number above 0, or nothing, not {value}</source>
            <translation>應為大於 0 的數或空值，而非 {value}</translation>
        </message>
        <message>
            <location filename="../../train/reading_regularity.py" />
            <source>expected a number of at least 0, not {delta}</source>
            <translation>應為至少 0 的數，而非 {delta}</translation>
        </message>
        <message>
            <location filename="../../train/reading_xray.py" />
            <source>expected true, false or every: 20, not {value}</source>
            <translation>應為 true、false 或 every: 20，而不是 {value}</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>the checkpoint belongs to another network</source>
            <translation>檢查點屬於另一個網路</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>put the network back to what it was, or start a new run</source>
            <translation>請將網路改回原狀，或開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>the checkpoint was written with PyTorch {before}, and this is {now}</source>
            <translation>檢查點是以 PyTorch {before} 寫成的，而這裡是 {now}</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>install that version, or start a new run with weights: {file}</source>
            <translation>請安裝該版本，或以 weights: {file} 開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <location filename="../../graph/array_file.py" />
            <location filename="../../graph/case.py" />
            <location filename="../../graph/expressions.py" />
            <location filename="../../graph/python/probing.py" />
            <source>nothing</source>
            <translation>沒有</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>put it back to what it was, or start a new run</source>
            <translation>請改回原來的值，或開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/recipe.py" />
            <source>the checkpoint was made with {name}: {before}, and now that is {now}</source>
            <translation>檢查點是以 {name}: {before} 建立的，而現在是 {now}</translation>
        </message>
        <message>
            <location filename="../../train/request.py" />
            <source>the start command is not complete ({error})</source>
            <translation>開始命令不完整（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>choose another folder, or resume that run</source>
            <translation>請選擇其他資料夾，或繼續該執行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>start a new one</source>
            <translation>請開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>wait for its end, or stop it there</source>
            <translation>請等它結束，或在那裡停止它</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <location filename="../../train/runs/naming.py" />
            <source>choose another folder</source>
            <translation>請選擇其他資料夾</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>{path}: there is a run in this folder already</source>
            <translation>{path}：此資料夾中已有一次執行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>{path}: there is no run to resume</source>
            <translation>{path}：沒有可繼續的執行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>put back the copy that lies there, or start a new run</source>
            <translation>請放回那裡的副本，或開始新的執行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>{path}: this run is going on in another process</source>
            <translation>{path}：這次訓練正在另一個行程裡進行</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <location filename="../../train/runs/naming.py" />
            <source>{path}: cannot be written ({reason})</source>
            <translation>{path}：無法寫入（{reason}）</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>{name} is another than when the run in {path} began</source>
            <translation>{name} 與 {path} 中的執行開始時不同</translation>
        </message>
        <message>
            <location filename="../../train/run_folder.py" />
            <source>{path}: the log cannot be written ({reason}); the run ends here</source>
            <translation>{path}：無法寫入記錄（{reason}）；執行到此結束</translation>
        </message>
        <message>
            <location filename="../../train/runs/listing.py" />
            <location filename="../../train/runs/record.py" />
            <source>check its permissions</source>
            <translation>請檢查它的權限</translation>
        </message>
        <message>
            <location filename="../../train/runs/listing.py" />
            <source>{path}: there is no such file or folder</source>
            <translation>{path}：沒有這個檔案或資料夾</translation>
        </message>
        <message>
            <location filename="../../train/runs/listing.py" />
            <source>no run here has {key}</source>
            <translation>這裡沒有任何一次訓練有 {key}</translation>
        </message>
        <message>
            <location filename="../../train/runs/listing.py" />
            <location filename="../../train/runs/record.py" />
            <source>{path}: cannot be read ({reason})</source>
            <translation>{path}：無法讀取（{reason}）</translation>
        </message>
        <message>
            <location filename="../../train/runs/naming.py" />
            <source>write a shorter one</source>
            <translation>請寫短一點</translation>
        </message>
        <message>
            <location filename="../../train/runs/naming.py" />
            <source>{path}: this name or note is too long</source>
            <translation>{path}：這個名稱或筆記太長</translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>name the folder of a run</source>
            <translation>請指定一次訓練的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>name a folder that train has written, or the folder of several</source>
            <translation>請指定由 train 寫出的資料夾，或放了好幾次訓練的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>restore it, or delete the folder</source>
            <translation>請還原它，或刪除這個資料夾</translation>
        </message>
        <message numerus="yes">
            <location filename="../../train/runs/record.py" />
            <source>{n} lines of its log cannot be read, so how it ended is not known</source>
            <translation>
                <numerusform>紀錄中有 {n} 行無法讀取，因此不知道它是如何結束的</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>{path}: there is no such folder</source>
            <translation>{path}：沒有這個資料夾</translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>{path}: there is no run in this folder</source>
            <translation>{path}：這個資料夾裡沒有訓練</translation>
        </message>
        <message>
            <location filename="../../train/runs/record.py" />
            <source>{path}: is not the log of a run: no line of it tells of one</source>
            <translation>{path}：不是訓練的紀錄：沒有任何一行提到訓練</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>{constant} of {features} numbers are the same for every sample</source>
            <translation>{features} 個數值中有 {constant} 個在每個樣本都相同</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>{classes} classes with {rare} to {frequent} samples each</source>
            <translation>{classes} 個類別，各有 {rare} 到 {frequent} 個樣本</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>mean {mean:.3g}, deviation {deviation:.3g}</source>
            <translation>平均 {mean:.3g}，標準差 {deviation:.3g}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>{loss} compares with numbers from {least:g} to {most:g}, but the target has {low:.3g} to {high:.3g}</source>
            <translation>{loss} 要與 {least:g} 到 {most:g} 的數值比較，但目標值從 {low:.3g} 到 {high:.3g}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>{again} of {samples} are among the training samples, too</source>
            <translation>{samples} 個中有 {again} 個也在訓練樣本裡</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>the last batch of an epoch has one sample, and {node} is a BatchNorm</source>
            <translation>每個週期的最後一批只有一個樣本，而 {node} 是 BatchNorm</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>set data.drop_last to true, or change batch_size</source>
            <translation>請將 data.drop_last 設為 true，或改變 batch_size</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>label {blank} is the blank of CTCLoss, which no sequence holds</source>
            <translation>標籤 {blank} 是 CTCLoss 的空白，任何序列都不該含有它</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>set blank of the loss to {classes}, and let the network give {scores} scores</source>
            <translation>將損失的 blank 設為 {classes}，並讓網路給出 {scores} 個分數</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>there is a label {label}, but only {classes} classes</source>
            <translation>有標籤 {label}，但只有 {classes} 個類別</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>every training sample is of one class</source>
            <translation>所有訓練樣本都屬於同一個類別</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>no training sample is of class {names}</source>
            <translation>沒有訓練樣本屬於類別 {names}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>class {rare} has {few} samples, class {frequent} has {many}</source>
            <translation>類別 {rare} 有 {few} 個樣本，類別 {frequent} 有 {many} 個</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>set {key}: balanced of the loss, and look at f1, not at accuracy</source>
            <translation>請為損失設定 {key}: balanced，並看 f1 而不是 accuracy</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>the target holds NaN or infinite numbers</source>
            <translation>目標含有 NaN 或無限大的數值</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>the target is {mean:.4g} for every sample</source>
            <translation>每個樣本的目標都是 {mean:.4g}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>set data.normalize_target to true; results stay in the target's own unit</source>
            <translation>請將 data.normalize_target 設為 true；結果仍以目標自己的單位表示</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>use MSELoss for numbers, or choose another target</source>
            <translation>數值請用 MSELoss，或選擇其他目標</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>leave out what is there twice</source>
            <translation>請去除重複的樣本</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>input {number} holds NaN or infinite numbers</source>
            <translation>第 {number} 個輸入含有 NaN 或無限大的數值</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>input {number} is the same for every sample</source>
            <translation>第 {number} 個輸入在每個樣本都相同</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>look at the data panel: the wrong column or file may have been read</source>
            <translation>請看資料面板：可能讀了錯的欄位或檔案</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>every number varies</source>
            <translation>每個數值都有變化</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>leave out columns that say nothing</source>
            <translation>請略去沒有資訊的欄位</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>labels count from 0</source>
            <translation>標籤從 0 開始計數</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>look at how the data is split</source>
            <translation>請看資料是如何切分的</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>mend or leave out those samples</source>
            <translation>請修正或略去那些樣本</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>choose another target</source>
            <translation>請選擇另一個目標</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>there are too many samples to compare</source>
            <translation>樣本太多，無法比較</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>none is among those that are trained on</source>
            <translation>沒有一個在訓練樣本裡</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>every batch is large enough</source>
            <translation>每一批都夠大</translation>
        </message>
        <message>
            <location filename="../../train/sanity/data_checks.py" />
            <source>others</source>
            <translation>其他</translation>
        </message>
        <message>
            <location filename="../../train/sanity/examine.py" />
            <source>the network is too large to try it out on a copy</source>
            <translation>網路太大，無法用複本試算</translation>
        </message>
        <message>
            <location filename="../../train/sanity/examine.py" />
            <source>the first batch cannot be computed: {first}</source>
            <translation>第一批無法計算：{first}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/examine.py" />
            <source>no reason</source>
            <translation>沒有原因</translation>
        </message>
        <message>
            <location filename="../../train/sanity/examine.py" />
            <source>look at the shapes, with the Probe tab</source>
            <translation>請用「探測」分頁查看形狀</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Inputs differ from sample to sample</source>
            <translation>輸入隨樣本而不同</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>From inputs that are all alike, or not numbers at all, nothing can be learned.</source>
            <translation>輸入若完全相同，或根本不是數值，就什麼也學不到。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Labels fit the outputs</source>
            <translation>標籤與輸出相符</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Each class needs a score of its own, and samples to learn it from.</source>
            <translation>每個類別都需要自己的分數，以及可供學習的樣本。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Targets are of a size to learn</source>
            <translation>目標的大小適合學習</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Where targets are thousands, errors and gradients are, and steps overshoot.</source>
            <translation>目標若以千計，誤差與梯度也會如此，更新就會過頭。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Validation samples are new</source>
            <translation>驗證樣本是新的</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A sample that is trained on, too, makes validation look better than it is.</source>
            <translation>也拿來訓練的樣本會讓驗證結果看起來比實際好。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>No batch has one sample alone</source>
            <translation>沒有只含一個樣本的批次</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>BatchNorm cannot normalise one sample by itself.</source>
            <translation>BatchNorm 無法單獨正規化一個樣本。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>The first answers are numbers</source>
            <translation>最初的輸出是數值</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>One NaN or infinite number spreads to every weight.</source>
            <translation>一個 NaN 或無限大會擴散到所有權重。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>The first loss is that of guessing</source>
            <translation>最初的損失等於猜測的損失</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A network that knows nothing should give every class the same chance: a loss of log(classes), or of the target's variance. More means a bad start, less a leak.</source>
            <translation>什麼都不知道的網路應給每個類別相同的機會：損失為 log(類別數)，或目標的變異數。更高表示起點不佳，更低表示資料外洩。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Each sample is answered by itself</source>
            <translation>每個樣本各自得到回答</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A view or permute that mixes the batch axis makes samples see one another.</source>
            <translation>混到批次軸的 view 或 permute 會讓樣本互相看見。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Answers depend on the input</source>
            <translation>輸出取決於輸入</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A network that says the same of everything has lost its input on the way.</source>
            <translation>對一切都給出相同回答的網路，在途中遺失了輸入。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>Gradients reach every parameter</source>
            <translation>梯度抵達每個參數</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A weight without a gradient stays as it was drawn.</source>
            <translation>沒有梯度的權重會停在初始值。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>No layer is dead</source>
            <translation>沒有失效的層</translation>
        </message>
        <message>
            <location filename="../../train/sanity/finding.py" />
            <source>A unit that gives 0 for every sample passes no gradient on.</source>
            <translation>對每個樣本都輸出 0 的單元不會傳遞梯度。</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the network's answers are numbers, but the loss is not</source>
            <translation>網路的輸出是數值，但損失不是</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>look at the last layer: does its loss want probabilities, or their logarithm?</source>
            <translation>請看最後一層：它的損失需要機率，還是機率的對數？</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>{share:.0%} of the units of {node} are off for every sample</source>
            <translation>{node} 有 {share:.0%} 的單元對每個樣本都關閉</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>start the layer before it with weights around 0, or use LeakyReLU</source>
            <translation>請讓前一層的權重從 0 附近開始，或使用 LeakyReLU</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>{node} gives NaN or infinite numbers</source>
            <translation>{node} 輸出 NaN 或無限大的數值</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>look at what arrives there, with the Probe tab</source>
            <translation>請用「探測」分頁查看抵達該處的數值</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>{part}{loss:.3f}, guessing among {classes} gives log({classes}) = {expected:.3f}</source>
            <translation>{part}{loss:.3f}，在 {classes} 個類別中猜測為 log({classes}) = {expected:.3f}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the last layer begins with answers that are far too sure: normalise the inputs, or start its weights smaller</source>
            <translation>最後一層一開始就過於肯定：請正規化輸入，或讓它的權重從較小的值開始</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>half of a batch is answered otherwise than in the whole</source>
            <translation>半批樣本得到的回答與整批時不同</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>look for a view, reshape, permute or softmax over axis 0, or sequences without batch_first</source>
            <translation>請檢查作用在第 0 軸的 view、reshape、permute 或 softmax，或沒有 batch_first 的序列</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the first batch gets the same answer {n} times</source>
            <translation>第一批得到 {n} 次相同的回答</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>no gradient comes to {nodes}</source>
            <translation>沒有梯度抵達 {nodes}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>wire it to an output that a loss compares, or freeze it</source>
            <translation>請將它接到有損失比較的輸出，或凍結它</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the gradient is 0 at {nodes}</source>
            <translation>{nodes} 的梯度為 0</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>look for a dead layer after it, or weights that start as 0</source>
            <translation>請檢查其後是否有失效的層，或從 0 開始的權重</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>each has one that is not 0</source>
            <translation>每個參數都有不為 0 的梯度</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>at most {share:.0%} of the units of a layer are off ({node})</source>
            <translation>一層中最多有 {share:.0%} 的單元關閉（{node}）</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>all finite, loss {loss:.4g}</source>
            <translation>全部有限，損失 {loss:.4g}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>{part}{loss:.4g}, always saying the mean gives {expected:.4g}</source>
            <translation>{part}{loss:.4g}，永遠回答平均值為 {expected:.4g}</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>does the target reach the network as an input?</source>
            <translation>目標是否也作為輸入進入了網路？</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>there is no layer that could be dead</source>
            <translation>沒有可能失效的層</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the first batch has one sample</source>
            <translation>第一批只有一個樣本</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>answers are random here</source>
            <translation>此處的輸出是隨機的</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>half of a batch is answered as in the whole</source>
            <translation>半批樣本得到的回答與整批時相同</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>look for a dead layer before the output</source>
            <translation>請檢查輸出之前是否有失效的層</translation>
        </message>
        <message>
            <location filename="../../train/sanity/network_checks.py" />
            <source>the first batch gets different answers</source>
            <translation>第一批得到不同的回答</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Remove part</source>
            <translation>移除這一部分</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Add a part that follows</source>
            <translation>新增接續的一部分</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Add a part that goes along</source>
            <translation>新增同時的一部分</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Move part</source>
            <translation>移動這一部分</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Move milestone</source>
            <translation>移動里程碑</translation>
        </message>
        <message>
            <location filename="../../train/schedule_edits.py" />
            <source>Remove schedule</source>
            <translation>移除排程</translation>
        </message>
        <message>
            <location filename="../../train/scheduling.py" />
            <source>there is no such schedule</source>
            <translation>沒有這種排程</translation>
        </message>
        <message>
            <location filename="../../train/scheduling.py" />
            <source>change schedule in training</source>
            <translation>請更改 training 中的 schedule</translation>
        </message>
        <message>
            <location filename="../../train/scheduling.py" />
            <source>{rate} is no learning rate</source>
            <translation>{rate} 不是學習率</translation>
        </message>
        <message>
            <location filename="../../train/scheduling.py" />
            <source>the schedule has brought the learning rate to zero</source>
            <translation>排程已將學習率降為零</translation>
        </message>
        <message>
            <location filename="../../train/scheduling.py" />
            <source>lr_lambda: {text} has no value at {epoch} ({error})</source>
            <translation>lr_lambda：{text} 在 {epoch} 沒有值（{error}）</translation>
        </message>
        <message>
            <location filename="../../train/script.py" />
            <source>a training script needs the shape of what the network gives, which is not known</source>
            <translation>訓練程式需要網路輸出的形狀，但它未知</translation>
        </message>
        <message>
            <location filename="../../train/script.py" />
            <source>a Python file has not been trusted; {how_to_trust}</source>
            <translation>有 Python 檔案未受信任；{how_to_trust}</translation>
        </message>
        <message>
            <location filename="../../train/script_replay.py" />
            <source>this is no run, or it never began</source>
            <translation>這不是一次執行，或它從未開始</translation>
        </message>
        <message>
            <location filename="../../train/script_replay.py" />
            <source>name its folder</source>
            <translation>請指定它的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/script_replay.py" />
            <source>a script cannot repeat that Adagrad took in what was frozen at first</source>
            <translation>指令稿無法重現 Adagrad 納入起初凍結的參數</translation>
        </message>
        <message>
            <location filename="../../train/script_setup.py" />
            <source>lr_lambda: {text} can use epoch, numbers, min and max only</source>
            <translation>lr_lambda：{text} 只能使用 epoch、數值、min 與 max</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <source>there are {n} samples to train on</source>
            <translation>可供訓練的樣本有 {n} 個</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <location filename="../../train/searching/range_test.py" />
            <source>it was stopped</source>
            <translation>已被停止</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <source>a batch of {size} would need more memory than may be filled</source>
            <translation>大小為 {size} 的批次需要的記憶體會超過可用上限</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <source>a batch of {size} needs more memory than may be filled</source>
            <translation>大小為 {size} 的批次需要的記憶體超過可用上限</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <source>a step of {size} takes too long to try more</source>
            <translation>大小為 {size} 的一步太久，不再嘗試更大的</translation>
        </message>
        <message>
            <location filename="../../train/searching/batch_fit.py" />
            <source>memory gave out at a batch of {size}</source>
            <translation>記憶體在批次大小 {size} 時用盡</translation>
        </message>
        <message>
            <location filename="../../train/searching/search.py" />
            <source>there is no search for {what}</source>
            <translation>沒有 {what} 的搜尋</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>the loss became no number at once: nothing can be suggested</source>
            <translation>損失一開始就不是數值：無法建議</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>the loss did not fall at any rate from {low:.1e} to {high:.1e}: nothing can be suggested; look at data and loss first, or try one batch by heart (overfit_batch)</source>
            <translation>從 {low:.1e} 到 {high:.1e} 的任何學習率都沒讓損失下降：無法建議；請先檢查資料與損失，或試試把一個批次背起來（overfit_batch）</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>no batch fits, so nothing can be suggested; {reason}</source>
            <translation>沒有放得下的批次，所以無法建議；{reason}</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>the largest that was tried and fits</source>
            <translation>試過且放得下的最大值</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>where the loss falls fastest</source>
            <translation>損失下降最快之處</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>a tenth of where it is lowest</source>
            <translation>最低處的十分之一</translation>
        </message>
        <message>
            <location filename="../../train/searching/suggesting.py" />
            <source>the fastest</source>
            <translation>最快的</translation>
        </message>
        <message>
            <location filename="../../train/session.py" />
            <source>set precision to bf16</source>
            <translation>請將 precision 設為 bf16</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>match them by order, or by a table of names</source>
            <translation>請依順序對應，或使用名稱對照表</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>choose a file</source>
            <translation>請選擇檔案</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>{path}: none of its {state:,} tensors fits this network</source>
            <translation>{path}：其 {state:,} 個張量都不符合這個網路</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>match by name, by order, or by a file of lines old.name -&gt; new.name</source>
            <translation>請依名稱、順序，或以每行 old.name -&gt; new.name 的檔案對應</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>write old.name -&gt; new.name</source>
            <translation>請寫成 old.name -&gt; new.name</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>{path} is no path to weights</source>
            <translation>{path} 不是權重的路徑</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>is too long for a table of names</source>
            <translation>作為名稱對照表太長</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>there is no such table of names</source>
            <translation>沒有這個名稱對照表</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>{path}: {there}</source>
            <translation>{path}：{there}</translation>
        </message>
        <message>
            <location filename="../../train/starting.py" />
            <source>{path}: is no table of names</source>
            <translation>{path}：不是名稱對照表</translation>
        </message>
        <message>
            <location filename="../../train/taking_up.py" />
            <source>going on from {name}</source>
            <translation>從 {name} 繼續</translation>
        </message>
        <message>
            <location filename="../../train/taking_up.py" />
            <source>the run had {before} threads, and now has {now}: its numbers may differ a little</source>
            <translation>先前執行使用 {before} 個執行緒，現在是 {now} 個：數值可能略有差異</translation>
        </message>
        <message>
            <location filename="../../train/taking_up.py" />
            <source>processes that trained this run: {before}, and now {now}: its numbers may differ a little</source>
            <translation>這次訓練先前有 {before} 個行程，現在有 {now} 個：數字可能略有不同</translation>
        </message>
        <message>
            <location filename="../../train/taking_up.py" />
            <source>the run is in epoch {epoch} already, and is to have {asked} in all</source>
            <translation>這次訓練已到第 {epoch} 個週期，卻要求總共只有 {asked} 個</translation>
        </message>
        <message>
            <location filename="../../train/taking_up.py" />
            <source>set epochs to {epoch} or more, or back to the {before} that it had; to have it as it was earlier, go back to a checkpoint in the window</source>
            <translation>把 epochs 設為 {epoch} 以上，或改回原本的 {before}；若要回到較早的狀態，請在視窗中退回某個檢查點</translation>
        </message>
        <message>
            <location filename="../../train/testing.py" />
            <source>no samples are held out to evaluate with</source>
            <translation>沒有保留任何樣本可供評估</translation>
        </message>
        <message>
            <location filename="../../train/testing.py" />
            <source>set validation or test in training.data</source>
            <translation>請在 training.data 設定 validation 或 test</translation>
        </message>
        <message>
            <location filename="../../train/testing.py" />
            <source>{name}: the checkpoint belongs to another network</source>
            <translation>{name}：這個檢查點屬於另一個網路</translation>
        </message>
        <message>
            <location filename="../../train/testing.py" />
            <source>open the project of that run, project.loom.yaml in its folder</source>
            <translation>請開啟該次執行的專案，即其資料夾中的 project.loom.yaml</translation>
        </message>
        <message>
            <location filename="../../train/unread.py" />
            <source>not a number (NaN)</source>
            <translation>非數值 (NaN)</translation>
        </message>
        <message>
            <location filename="../../train/unread.py" />
            <source>infinite</source>
            <translation>無限大</translation>
        </message>
        <message>
            <location filename="../../train/unread.py" />
            <source>the loss became {what} {where}</source>
            <translation>損失{where}變成{what}</translation>
        </message>
        <message>
            <location filename="../../train/unread.py" />
            <source>lower the learning rate (now {rates}), or look for values that are far too large</source>
            <translation>請降低學習率（目前為 {rates}），或找出過大的值</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>in PyTorch, save its state_dict: torch.save(network.state_dict(), 'weights.pt')</source>
            <translation>請在 PyTorch 中儲存其 state_dict：torch.save(network.state_dict(), 'weights.pt')</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is damaged: its parts are not where it says they are</source>
            <translation>已損毀：其各部分不在它所說的位置</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>choose a .safetensors or .pt file, or the folder of a run</source>
            <translation>請選擇 .safetensors 或 .pt 檔案，或執行的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>{name} says it has {numel:,} elements, for which there is no data</source>
            <translation>{name} 宣稱有 {numel:,} 個元素，但沒有對應的資料</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>one tensor</source>
            <translation>一個張量</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <location filename="../../graph/python/probing.py" />
            <source>a {type}</source>
            <translation>一個 {type}</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>get the file again from where it came</source>
            <translation>請重新取得檔案</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>holds no tensors</source>
            <translation>不含張量</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>ends in neither .safetensors nor .pt</source>
            <translation>結尾不是 .safetensors 也不是 .pt</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is a folder without weights</source>
            <translation>是沒有權重的資料夾</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <location filename="../../graph/project_file.py" />
            <source>there is no such file</source>
            <translation>沒有這個檔案</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is no ordinary file</source>
            <translation>不是一般檔案</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>choose a .safetensors or .pt file</source>
            <translation>請選擇 .safetensors 或 .pt 檔案</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is a TorchScript archive, which holds code</source>
            <translation>是含有程式碼的 TorchScript 封存檔</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is an archive without weights</source>
            <translation>是沒有權重的封存檔</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>{name} is no plain tensor</source>
            <translation>{name} 不是一般張量</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>save it dense</source>
            <translation>請以密集格式儲存</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>cannot be read ({said})</source>
            <translation>無法讀取（{said}）</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>holds a pickled module or other code, which is never run</source>
            <translation>含有 pickle 的模組或其他程式碼，絕不會執行</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>holds {kind}, not tensors by name</source>
            <translation>內容是{kind}，不是依名稱的張量</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is a bare pickle, which could hold code</source>
            <translation>是單純的 pickle，可能含有程式碼</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>is no file of weights</source>
            <translation>不是權重檔</translation>
        </message>
        <message>
            <location filename="../../train/weight_files.py" />
            <source>the system refused</source>
            <translation>系統拒絕</translation>
        </message>
        <message>
            <location filename="../../train/weight_matching.py" />
            <source>{loaded} of {total} tensors loaded</source>
            <translation>已載入 {total} 個張量中的 {loaded} 個</translation>
        </message>
        <message>
            <location filename="../../train/weight_matching.py" />
            <source>{n} of another shape or kind</source>
            <translation>{n} 個的形狀或類型不同</translation>
        </message>
        <message>
            <location filename="../../train/weight_matching.py" />
            <source>{n} missing in the file</source>
            <translation>檔案中缺少 {n} 個</translation>
        </message>
        <message>
            <location filename="../../train/weight_matching.py" />
            <source>{n} in the file unused</source>
            <translation>檔案中有 {n} 個未使用</translation>
        </message>
        <message>
            <location filename="../../train/weight_matching.py" />
            <source>the prefix {prefix}. left out</source>
            <translation>略去前置詞 {prefix}.</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>take one away</source>
            <translation>請拿掉一個</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>write it as old.name -&gt; new.name</source>
            <translation>請寫成 old.name -&gt; new.name</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>write it as old -&gt; new</source>
            <translation>請寫成 old -&gt; new</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>use patterns</source>
            <translation>請使用樣式</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>{text} has more * on the right than on the left</source>
            <translation>{text} 右邊的 * 比左邊多</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>add it there</source>
            <translation>請加在那裡</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>{text} is no rule</source>
            <translation>{text} 不是規則</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>line {number} is no rule: {line}</source>
            <translation>第 {number} 行不是規則：{line}</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>the table has more than {most_rules:,} rules</source>
            <translation>對照表有超過 {most_rules:,} 條規則</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>write {i} left</source>
            <translation>請在左邊寫 {i}</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>{text}: there is no {{{part}}} on the left</source>
            <translation>{text}：左邊沒有 {{{part}}}</translation>
        </message>
        <message>
            <location filename="../../train/weight_table.py" />
            <source>{text}: only the right side shifts a number</source>
            <translation>{text}：只有右邊能平移數字</translation>
        </message>
        <message>
            <location filename="../../train/worker.py" />
            <source>the program that started the run has gone</source>
            <translation>啟動執行的程式已結束</translation>
        </message>
        <message>
            <location filename="../../train/worker.py" />
            <source>the first command must be start</source>
            <translation>第一個命令必須是 start</translation>
        </message>
        <message>
            <location filename="../../train/worker.py" />
            <source>a command is no JSON object</source>
            <translation>命令不是 JSON 物件</translation>
        </message>
        <message>
            <location filename="../../train/worker.py" />
            <source>something unexpected went wrong: {error}</source>
            <translation>發生意外：{error}</translation>
        </message>
        <message>
            <location filename="../../train/worker.py" />
            <source>please report it with the log</source>
            <translation>請附上記錄回報</translation>
        </message>
        <message>
            <location filename="../../train/xray/off.py" />
            <source>this run cannot be looked into</source>
            <translation>無法查看這次訓練的內部</translation>
        </message>
        <message>
            <location filename="../../train/xray/xray.py" />
            <source>{value} is no number of steps between two looks</source>
            <translation>{value} 不是兩次查看之間的步數</translation>
        </message>
        <message>
            <location filename="../../train/xray/xray.py" />
            <source>give every a whole number of at least 1</source>
            <translation>請將 every 設為至少 1 的整數</translation>
        </message>
        <message>
            <location filename="../../train/xray/xray.py" />
            <source>a compiled network cannot be looked into: X-ray runs some batches once more, without torch.compile</source>
            <translation>編譯過的網路無法查看內部：X 光會在不使用 torch.compile 的情況下將部分批次再執行一次</translation>
        </message>
    </context>
</TS>
