<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
    <context>
        <name>Layerloom</name>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open a project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save &amp;As...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Load &amp;Weights...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Start from the weights of a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Source...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Training Script...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Features...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Write code that returns what the selected layers give</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Export &amp;Picture...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Every step, to go back to any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cu&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Paste and &amp;Wire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Paste, wired to what it was wired to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>D&amp;uplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Put into a &amp;Frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Remove Fra&amp;me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Make &amp;Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Make a block of the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Disso&amp;lve Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Open Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Look into the selected block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go &amp;Out of Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Out to where the block is used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Let what arrives go past, or no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Collapse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the title alone, or all again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Add &amp;Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Lay a note on the canvas and write in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Plain Frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A frame that is nothing in code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the left edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Centre</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the centres</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the right edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the upper edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align on one line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Align the lower edges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Across</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Even gaps from left to right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Even gaps from top to bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>St&amp;raighten</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Level the wires of what is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that wires join to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Upstream</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that leads to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Downstream</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select all that follows from it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Select &amp;All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Edit the name on the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Find...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/finder.py" />
            <source>Find in nodes, arguments, notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Next Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Look into the next block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pre&amp;vious Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Or the one before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go &amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Back to where you were</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go For&amp;ward</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Forward to where you came back from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Add Layer...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;In</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Zoom &amp;Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Actual Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Fit Network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show the whole network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Fit S&amp;election</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Minimap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show a map of it all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Tidy Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Arrange the layers from left to right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>T&amp;humbnails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show beside each layer what it gives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/languages.py" />
            <source>&amp;System</source>
            <translation>系統(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Reduce Motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Let nothing glide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;FLOPs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Source St&amp;yle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>How the source is written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>F&amp;ull Screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Train the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pause the run, or let it go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <location filename="../../app/train_button.py" />
            <source>Stop the run after a checkpoint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pro&amp;be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Run the network once and see what every layer gives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Step &amp;On</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what the next layer gives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Step &amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Show what the layer before gives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Folder of the Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Command Palette...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Find any command</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Keyboard &amp;Shortcuts...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>List and change the shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;About Layerloom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Example</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open &amp;Recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Se&amp;lect More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ali&amp;gn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>D&amp;istribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Tint by &amp;Cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Interface S&amp;ize</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>&amp;Panels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>Starting PyTorch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check ended unexpectedly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>The shape check did not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what}; it is tried again after your next change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{file} ended the process that ran it, or did not come to an end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/analysis_client.py" />
            <source>{what} and was started again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/appearance.py" />
            <source>The interface is drawn at {percent} % when Layerloom starts next time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove it and its uses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolve its uses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>one block is dissolved at a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>select a single one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{name!r} is no name for a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>use letters, digits and _</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove {name}?</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/block_editing.py" />
            <source>It is used {n} times: {uses}.</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Remove the argument {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>{uses} set it, and would get {default} as all others do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>only a layer inside a block can get its value from the block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Dissolved into {layers}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>PyTorch has a layer {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>choose another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Change note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/block_editing.py" />
            <source>Rename block to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Where you are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>not used yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/breadcrumbs.py" />
            <source>Out to {block}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align centres</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align middles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Align bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute across</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Distribute down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/aligning.py" />
            <source>Straighten</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>along axis {axis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/card.py" />
            <source>{type}, not trusted</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/cutting.py" />
            <source>Cut {n} wires</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete {n} items</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/deleting.py" />
            <source>Delete note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <location filename="../../app/canvas/moving.py" />
            <source>Insert {layer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/dropping.py" />
            <source>Add {layer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>Parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>Memory kept for the backward pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all for {basis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/heat.py" />
            <source>{total} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/hovering.py" />
            <source>{count} parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Name of the layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <source>A name has letters, digits and _, and begins with no digit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/in_place.py" />
            <source>There is already a layer named {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Minimap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/minimap.py" />
            <source>Click or drag to look elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <location filename="../../app/canvas/rerouting.py" />
            <location filename="../../app/canvas/shifting.py" />
            <source>Move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/moving.py" />
            <source>Take {layers} off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/note_editor.py" />
            <source>Text of the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/rerouting.py" />
            <source>Lead wire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/tidying.py" />
            <source>Tidy up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/view.py" />
            <source>Canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas/wire_rules.py" />
            <source>Reconnect</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas_pane.py" />
            <source>Drag a layer from the left, or press Tab and type its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>from {layers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/canvas_telling.py" />
            <source>to {layers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Command palette</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Type what you want to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/command_palette.py" />
            <source>Nothing is called so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>They are lost if you do not save them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>Open project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/dialogs.py" />
            <source>Save the changes to {name}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Layers, outline and history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Below the canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Toolbar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/history.py" />
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/main_window.py" />
            <location filename="../../app/panels/problem_list.py" />
            <source>Problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/source_view.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Probe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Inspector</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/docks.py" />
            <source>Problems, Source, Training, Probe, Data, Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: {words}. What can be pasted are copied layers, and the text of a project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not pasted: line {line} of the text: {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Paste and wire</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/editing.py" />
            <source>Not wired: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/file_handling.py" />
            <source>Python (*.py)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export training script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Export picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Pictures (*.png *.svg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>No layer is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Select the layers whose output you want.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>There is no source yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>The file was not written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The picture was not written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <location filename="../../app/python_code.py" />
            <source>Wrote {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>The network imports {file} itself; export under another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>{file} was not laid beside it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/exporting.py" />
            <source>Another {file} is there already; export into another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Layerloom projects (*.loom.yaml);;YAML files (*.yaml *.yml);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <location filename="../../app/panels/python_part.py" />
            <source>Choose a Python file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>Save project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>This file was not opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/file_handling.py" />
            <source>The project was not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>Found nowhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <source>block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/finder.py" />
            <location filename="../../app/panels/block_page.py" />
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/note_field.py" />
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Undo {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/handlers.py" />
            <source>Redo {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/help.py" />
            <source>Draw a neural network, see every shape while you wire, train it, and take away clean PyTorch.

Apache License 2.0. Built on PyTorch, Qt for Python, networkx, pyqtgraph and pytorch-ignite.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Last of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/inspecting.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Best of the run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Press keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/key_field.py" />
            <source>Shortcut of {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>moves the selection far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; held, it lets the mouse move the canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>opens what is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>lets go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>searches for a layer; elsewhere it goes to the next field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>goes to the field before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/keymap.py" />
            <source>{keys} {does}; choose others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Weights (*.safetensors *.pt *.pth);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Load weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Look at weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Tables of names (*.txt *.yaml *.yml);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Table of names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/loading_weights.py" />
            <source>Training starts from {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <location filename="../../app/train_button.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Problems  {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/main_window.py" />
            <source>Saved {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Advanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Make {name} an argument of the block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <source>Back to {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/argument_form.py" />
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of a new argument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of the new argument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>give it a value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/python_part.py" />
            <source>Arguments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Name of the argument {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>Default of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <location filename="../../app/panels/node_page.py" />
            <source>Remove {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>there is an argument {name} already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_arguments_form.py" />
            <source>{value} as it is looked at now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/block_page.py" />
            <source>Name of the block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <location filename="../../app/panels/palette.py" />
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Dissolve</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/block_head.py" />
            <source>used {n} times</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/block_head.py" />
            <source>Block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>What is this block for?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Remove block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Not used yet: drag it out of the palette.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/block_page.py" />
            <source>Used by {uses}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/color_row.py" />
            <source>Colour: {color}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/data_panel.py" />
            <source>{n} samples</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/data_panel.py" />
            <source>{n} classes: {names}</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Fit the inputs to the data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Fit inputs to the data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>input {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>No data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Too large to be shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>target {shape}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/data_panel.py" />
            <source>Set Input to {shapes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Write an expression</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/field_box.py" />
            <source>Make this an argument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nn.Sequential with names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>a class of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>nothing: a plain frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Put into a frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Name of the frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>What the frame becomes in code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Whether the frame learns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Remove frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>Frame</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>becomes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/frame_form.py" />
            <source>{place} in state_dict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/histogram.py" />
            <source>Histogram of the values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/history.py" />
            <source>As it was opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <location filename="../../app/panels/run_view.py" />
            <source>train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>valid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>Curve of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/metric_plot.py" />
            <source>epoch {epoch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Shape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>Elements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Learns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_items.py" />
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Find a module or tensor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Where the values come from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Copy the tree as text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>Modules, parameters and buffers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>At the start of training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>From a file...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>zeros</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>smallest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>largest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>mean</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <location filename="../../app/panels/probe/output_view.py" />
            <source>deviation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>norm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>not finite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/model_panel.py" />
            <source>none are finite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>How often it stands there, in a row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Whether it is there; else what arrives goes past it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>Options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_options.py" />
            <source>The frame that it stands in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>What is this layer for?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>PyTorch's documentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>Documentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>One moment: PyTorch is being asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Set {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/node_page.py" />
            <source>Reset {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Find in this network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/outline.py" />
            <source>Layers of the network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Search layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Layers by family</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/rows.py" />
            <source>Layers found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>A block of this project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <source>Blocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/palette.py" />
            <location filename="../../app/search/popup.py" />
            <source>No layer is called so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Picture of the output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/drawings.py" />
            <source>Histogram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Numbers of the output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Which output is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>variance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Kernels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>One range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>Each channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/output_view.py" />
            <source>{share} NaN or infinite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run again after every edit, as long as that is quick</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/training_form.py" />
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Run the network on the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Nodes in the order in which they run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Choose a sample and press Run: then every node shows what it gives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{layer} is the first node that gives NaN or infinite numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>Eval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <location filename="../../app/train_button.py" />
            <source>Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>{milliseconds} ms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>target {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/probe_panel.py" />
            <source>prediction {prediction}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>the photograph that comes along, or a path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>a path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Data set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>.npy file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Starting weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Which Input it is for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Source of the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Number of the sample, or seed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Numbers or path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <location filename="../../app/probing.py" />
            <source>Choose a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Samples in a batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>N auto</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>One sample, or in train mode as many as statistics need</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Sizes of open axes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>seed </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>no. </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/probe/sample_form.py" />
            <source>Validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>No problems.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>Nothing has been checked yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/problem_list.py" />
            <source>{n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Name of the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Initialization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <source>Select a layer to see and change what it does. Drag one from the left to add it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>In</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/project_page.py" />
            <location filename="../../app/panels/shape_table.py" />
            <source>Out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Code may do whatever you may do on this computer. Read it first; it stays trusted until one letter of it changes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trusted as it is: it runs when shapes are asked for and when the network is trained.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Not trusted: nothing in this file has been run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Class or function</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Edit the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Create it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>Trust it no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>What stands in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <location filename="../../app/panels/weights_dialog.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/python_part.py" />
            <source>none yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>A later rule beats an earlier one; what a layer says beats all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Add a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>what the rule means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every layer, or Conv*, Linear, normalization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>every parameter, or weight, bias</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>everywhere, or encoder.*</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Rule {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/rules_form.py" />
            <source>Remove rule {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>training on {device}: {samples} samples, {validation} to validate, {parameters} parameters, seed {seed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>epoch {epoch}: {metrics}, {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Nothing has been trained yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>The document has changed since this run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Starting: PyTorch is being loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Curves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>rate {rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>learning rate is now {rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>Paused. {progress}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>checkpoint {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>done: {metrics}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/run_view.py" />
            <source>{count} samples/s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/selection_page.py" />
            <source>Selected layers</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/selection_page.py" />
            <source>{n} layers selected</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>In state_dict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>activations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>buffers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>Costs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/shape_table.py" />
            <source>for {basis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Copy the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Export the source to a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>How the source is written (F4)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Style</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/panels/source_view.py" />
            <source>Python, {n} lines</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/panels/source_view.py" />
            <source>Not current: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>an array from a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Its name beside the project: .npy, .npz or .safetensors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>Which array of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>as PyTorch does</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/start_field.py" />
            <source>How {name} starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>not stepped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>axis {axis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>The axis that holds the steps; without it the layer runs once, on the whole.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>From the last step to the first; what comes out keeps its places.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>start of {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>What a step is given here: its part, the whole, or what the step before gave.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Sizes of the zeros that {state} starts from where nothing is wired to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/steps_form.py" />
            <source>Steps through time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>One parameter in common</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>Whose {name} it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/tie_form.py" />
            <source>that of {layer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>When the rate changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Samples in one step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Fraction held out to validate with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>standard: mean 0, deviation 1; unit: 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>One row of numbers per sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Leave out a batch that is not full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Draws the split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Times that all samples are seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Same file, same seed: same curve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>auto, cpu, cuda, cuda:1, mps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Optimizer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Start from drawn weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>names of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Choose {type}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>no schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Starts from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>{file}, matched by {how}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/training_form.py" />
            <source>Remove schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>{has} does not fit {wants}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Which tensor goes where</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>One moment: the file is being read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Tensors of the network and of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Start from these weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by a table of names...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>What happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>missing in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>not used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_dialog.py" />
            <source>Matched by {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>learns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>frozen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>frozen, in eval mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whose layer it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Whether it learns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>shares the weights of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Freeze</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Change initialization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>no other layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>Share a parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/panels/weights_form.py" />
            <source>{name} starts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>the probe's process ended unexpectedly, perhaps for want of memory; choose a smaller sample or batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probe_client.py" />
            <source>what the probe told cannot be read; run it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>NumPy arrays (*.npy);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>Cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>There is no run yet: train first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/probing.py" />
            <source>The network has changed since this probe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Save the project first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Its Python files lie in the folder of the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This file cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>This was not remembered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>{file} could not be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>Copied {file} into the folder of the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/python_code.py" />
            <source>another {file} is in the folder of the project already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <location filename="../../app/train_button.py" />
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}, {time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/run_progress.py" />
            <source>Epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/running.py" />
            <source>{n} problems have to be solved before training: {first}</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>Nothing is trained with code that is not trusted: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no network to train yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/running.py" />
            <source>There is no run yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after these {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it after {layer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/cursor_search.py" />
            <source>Enter adds it before {layer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>Add a layer: conv 64 3 s2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>The card's line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/search/popup.py" />
            <source>What may follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the selection, with Shift farther</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Arrow keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Search for a layer to add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Tab or Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move the canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Space and drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Take a layer off its wires</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Alt and drag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Move freely, off the grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Drag, then Ctrl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Cut wires</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Ctrl and drag with the right button</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Zoom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Wheel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Open what is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Let go; out of a block</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Find a command or its keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Use It Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Leave It</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>On the canvas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>{keys} is the shortcut of {command}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Click on keys, then press others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Reset the shortcut of {command}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/shortcuts_dialog.py" />
            <source>Press the keys for {command}, or Esc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Show problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>Device to train on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/status_line.py" />
            <source>For {basis}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/train_button.py" />
            <source>Stopping</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it was killed, perhaps for want of memory).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (it crashed).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process ended unexpectedly (exit status {code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The training process is not responding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>There is no checkpoint yet.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/training_client.py" />
            <source>Trained {n} epochs.</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped in epoch {epoch}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>The last checkpoint is {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/training_client.py" />
            <source>Stopped; the training process had to be ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/undo.py" />
            <source>Nudge</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} parameters</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} layers</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no layers</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/words.py" />
            <source>{n} problems</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>no problems</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{time} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{count} FLOPs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/words.py" />
            <source>{amount} kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>inputs: the network is asked for its own input (autoencoders)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>relative to the project's folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>deviation of the noise added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the column to predict; default: the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>columns of the input, or a list of such lists for several inputs; default: the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>columns to leave out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>whether the target is a class or a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>between values; auto finds comma, semicolon or tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>height and width every image is brought to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>one channel or three</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many bits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>how many spirals, each a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>name of the array, or a list of names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>name of the array to predict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the file of images, relative to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../train/data/sources.py" />
            <source>the file of labels, relative to the project</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
